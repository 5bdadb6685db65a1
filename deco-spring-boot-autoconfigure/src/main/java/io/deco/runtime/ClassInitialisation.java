package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Knows whether the current thread runs static initialisers. Their class is locked until
 * they end: a task that needs it would wait for them, and they for the task.
 */
final class ClassInitialisation {

	private static final ThreadLocal<@Nullable Integer> DEPTH = new ThreadLocal<>();

	private ClassInitialisation() {
	}

	static boolean isRunning() {
		return DEPTH.get() != null;
	}

	static void enter() {
		Integer depth = DEPTH.get();
		DEPTH.set((depth != null) ? depth + 1 : 1);
	}

	static void leave() {
		Integer depth = DEPTH.get();
		if (depth == null || depth == 1) {
			DEPTH.remove();
		}
		else {
			DEPTH.set(depth - 1);
		}
	}

}
