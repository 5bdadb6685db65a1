package io.deco.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What sequential code would have thrown, and the place of the call that threw it.
 *
 * @param thrown the exception
 * @param site the index of the fork site, {@link #NO_SITE} for a task forked by hand
 */
record Failure(Throwable thrown, int site) {

	static final int NO_SITE = -1;

	/**
	 * Adds a later exception, unless this one already has it or would be found under
	 * itself.
	 */
	void suppress(@Nullable Throwable later) {
		suppress(this.thrown, later);
	}

	static void suppress(Throwable thrown, @Nullable Throwable later) {
		if (later == null || later instanceof CallerTrace) {
			return;
		}
		Set<Throwable> under = Collections.newSetFromMap(new IdentityHashMap<>());
		collect(later, under);
		if (under.contains(thrown)) {
			return;
		}
		for (Throwable suppressed : thrown.getSuppressed()) {
			if (suppressed == later) {
				return;
			}
		}
		thrown.addSuppressed(later);
	}

	private static void collect(@Nullable Throwable thrown, Set<Throwable> found) {
		if (thrown != null && found.add(thrown)) {
			collect(thrown.getCause(), found);
			for (Throwable suppressed : thrown.getSuppressed()) {
				collect(suppressed, found);
			}
		}
	}

}
