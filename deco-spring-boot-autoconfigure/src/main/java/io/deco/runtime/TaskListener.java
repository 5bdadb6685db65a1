package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to the calls of one {@link ConcurrentMethod}. Methods are called
 * by the thread to which it happens, must be quick, and must not throw; what they throw
 * is ignored. All durations are in nanoseconds.
 */
public interface TaskListener {

	/**
	 * Hears nothing.
	 */
	TaskListener NONE = new TaskListener() {
	};

	/**
	 * A task of this method ended on another thread or in its caller.
	 * @param queuedNanos from the moment the task was ready to run to its start
	 * @param runNanos from its start to its end
	 * @param failure what it threw, {@code null} if it returned
	 */
	default void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
	}

	/**
	 * A call was run in its caller.
	 * @param reason why, as a short stable word: {@code claimed} when the waiting caller
	 * ran an unstarted task, {@code rejected} when the executor refused it, else the
	 * reason of {@link ConcurrentMethod#inlineReason()}
	 */
	default void inlined(String reason) {
	}

	/**
	 * The executor refused a task of this method.
	 */
	default void rejected() {
	}

	/**
	 * A caller was blocked until the result of a call was there.
	 * @param blockedNanos how long the caller's thread did nothing
	 * @param caller the method that waited, as {@code com.example.Carts.price}, empty if
	 * unknown
	 */
	default void awaited(long blockedNanos, String caller) {
	}

	/**
	 * A scope forked its first task, through this method.
	 */
	default void scopeOpened() {
	}

	/**
	 * A scope whose opening this listener was told closed.
	 */
	default void scopeClosed() {
	}

}
