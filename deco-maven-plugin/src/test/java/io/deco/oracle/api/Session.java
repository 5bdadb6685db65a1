package io.deco.oracle.api;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The run that is under way; there is never more than one.
 */
public interface Session {

	/**
	 * Starts or ends a run.
	 * @param session the run, {@code null} at its end
	 */
	static void enter(@Nullable Session session) {
		Current.SESSION.set(session);
	}

	/**
	 * Returns the run that is under way.
	 * @return the run
	 * @throws IllegalStateException if there is none, as for a task that outlived its run
	 */
	static Session current() {
		Session session = Current.SESSION.get();
		if (session == null) {
			throw new IllegalStateException("No case is running");
		}
		return session;
	}

	int input();

	<T> T service(T bean);

	void effect(String what);

	void together(int calls);

	/**
	 * Holds the run.
	 */
	final class Current {

		private static final AtomicReference<@Nullable Session> SESSION = new AtomicReference<>();

		private Current() {
		}

	}

}
