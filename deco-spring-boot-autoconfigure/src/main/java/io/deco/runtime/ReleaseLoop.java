package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Tells tasks that what they depend on has ended.
 * <p>
 * An executor may run a released task in the releasing thread, whose end releases others
 * in turn. So that a chain of any length fits into any stack, a release within a release
 * is left to the outer one. It is not left while a task's own code runs: that code may
 * wait for what is to be released.
 */
final class ReleaseLoop {

	private static final ThreadLocal<@Nullable Queue<Task<?>>> ENDED = new ThreadLocal<>();

	private ReleaseLoop() {
	}

	static void release(Task<?> ended) {
		if (!ended.dependents().closeIfNone()) {
			Queue<Task<?>> outer = ENDED.get();
			if (outer != null) {
				outer.add(ended);
			}
			else {
				loop(ended);
			}
		}
	}

	private static void loop(Task<?> first) {
		Queue<Task<?>> queue = new ArrayDeque<>();
		ENDED.set(queue);
		try {
			for (Task<?> ended = first; ended != null; ended = queue.poll()) {
				boolean succeeded = ended.succeeded();
				for (Task<?> dependent : ended.dependents().close()) {
					if (succeeded) {
						dependent.start().dependencyEnded();
					}
					else {
						dependent.drop();
					}
				}
			}
		}
		finally {
			ENDED.set(null);
		}
	}

	/**
	 * Hides a running release from a task's code.
	 * @return what to give to {@link #resume}
	 */
	static @Nullable Queue<Task<?>> suspend() {
		Queue<Task<?>> outer = ENDED.get();
		if (outer != null) {
			ENDED.set(null);
		}
		return outer;
	}

	static void resume(@Nullable Queue<Task<?>> outer) {
		if (outer != null) {
			ENDED.set(outer);
		}
	}

}
