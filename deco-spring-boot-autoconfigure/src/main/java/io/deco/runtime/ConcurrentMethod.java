package io.deco.runtime;

import java.time.Duration;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * What a container knows about the calls of one {@link io.deco.Concurrent} method of one
 * bean. Implementations are safe for use by many threads.
 */
public interface ConcurrentMethod {

	/**
	 * Returns what runs the tasks. A rejected task is run by the caller if
	 * {@link #runsRejected()}, else the rejection is thrown.
	 * @return the executor of the method's pool
	 */
	Executor executor();

	/**
	 * Decides whether a call made now, by the current thread, must run in the caller: no
	 * task is then forked.
	 * @return the reason, as a short stable word such as {@code transaction}, or
	 * {@code null} if the call may be forked
	 * @throws IllegalStateException if the call must not be made here at all
	 */
	default @Nullable String inlineReason() {
		return null;
	}

	/**
	 * Whether a task that the executor rejects is run by the caller.
	 * @return {@code true} to run it, {@code false} to throw the rejection
	 */
	default boolean runsRejected() {
		return true;
	}

	/**
	 * Limits how long one call may run, counted from its start.
	 * @return the limit, {@code null} for none
	 */
	default @Nullable Duration timeout() {
		return null;
	}

	/**
	 * Limits how long a caller may be blocked by one call.
	 * @return the limit, {@code null} for none
	 */
	default @Nullable Duration awaitTimeout() {
		return null;
	}

	/**
	 * Returns what decides whether a call is worth a task.
	 * @return the grain, {@code null} if each call that may be forked is forked, as a job
	 * of its own
	 */
	default @Nullable Grain grain() {
		return null;
	}

	/**
	 * Whether the executor may be given invitations to run any number of tasks of one
	 * scope, rather than one job for each task. Its context is then put around each task
	 * by {@link #propagate} alone.
	 * @return {@code true} if it may
	 */
	default boolean takesInvitations() {
		return false;
	}

	/**
	 * Limits how many tasks of one scope may be unstarted. Beyond it, the caller works.
	 * @return the limit, at least 1
	 */
	default int maxUnstarted() {
		return Forker.MAX_PENDING;
	}

	/**
	 * Captures the calling thread's context, for a task that another thread will run.
	 * Called by the forking thread; a task that runs in its caller is not wrapped.
	 * @param task the task
	 * @return the task, with the context around it
	 */
	default Runnable propagate(Runnable task) {
		return task;
	}

	/**
	 * Returns who is told about tasks of this method.
	 * @return the listener; what it throws is ignored
	 */
	default TaskListener listener() {
		return TaskListener.NONE;
	}

}
