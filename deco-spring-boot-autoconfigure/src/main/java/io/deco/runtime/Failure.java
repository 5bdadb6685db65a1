package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What sequential code would have thrown, and the place of the call that threw it.
 *
 * @param thrown the exception
 * @param site the index of the fork site, {@link #NO_SITE} for a task forked by hand
 */
record Failure(Throwable thrown, int site) {

	static final int NO_SITE = -1;

	/**
	 * Adds later exceptions, as far as the stack and the memory allow: what sequential
	 * code would have thrown must not be lost for them.
	 */
	void suppress(Iterable<Throwable> later) {
		try {
			later.forEach((each) -> suppress(this.thrown, each));
		}
		catch (Error ex) {
			// The one that counts is there already
		}
	}

	/**
	 * Adds a later exception, unless the first already has it or would be found under
	 * itself.
	 */
	static void suppress(Throwable thrown, Throwable later) {
		if (later instanceof CallerTrace || isUnder(later, thrown)) {
			return;
		}
		for (Throwable suppressed : thrown.getSuppressed()) {
			if (suppressed == later) {
				return;
			}
		}
		thrown.addSuppressed(later);
	}

	private static boolean isUnder(Throwable later, Throwable thrown) {
		Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>(List.of(later));
		while (!open.isEmpty()) {
			Throwable each = open.pop();
			if (each == thrown) {
				return true;
			}
			if (found.add(each)) {
				open.addAll(List.of(each.getSuppressed()));
				Throwable cause = hasPlainCause(each.getClass()) ? each.getCause() : null;
				if (cause != null) {
					open.add(cause);
				}
			}
		}
		return false;
	}

	/**
	 * Whether exceptions of a class can be asked for their cause. A class of the program
	 * may do anything when it is asked, and return another one each time.
	 */
	private static boolean hasPlainCause(Class<?> type) {
		if (type.getClassLoader() == null) {
			return true;
		}
		try {
			return type.getMethod("getCause").getDeclaringClass() == Throwable.class;
		}
		catch (NoSuchMethodException | LinkageError ex) {
			// A class that some method of the exception mentions is missing
			return false;
		}
	}

}
