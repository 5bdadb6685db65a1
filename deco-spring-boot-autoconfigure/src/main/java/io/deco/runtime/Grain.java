package io.deco.runtime;

/**
 * Decides how the calls of one method are made, from what they took before: handing a
 * call over costs more than many calls take. Implementations are safe for use by many
 * threads, and quick; all times are in nanoseconds.
 */
public interface Grain {

	/**
	 * Decides about a call that may be forked.
	 * @param spentHere the time that calls made for this reason in the same scope are
	 * expected to have taken so far
	 * @param waiting how many forked tasks of the scope wait for the same executor
	 * @return where the call is made
	 */
	Place place(long spentHere, int waiting);

	/**
	 * Decides how many threads should work on tasks that are {@link Place#QUEUE queued}.
	 * @param waiting how many tasks have not started
	 * @return how many, beyond the thread that forks them
	 */
	int workers(int waiting);

	/**
	 * Returns how long a call is expected to take.
	 * @return the time, 0 if it is not known
	 */
	int expected();

	/**
	 * Asked before each call that is made at once in its caller.
	 * @return whether {@link #called} is told how long it takes
	 */
	boolean measuresCall();

	/**
	 * Told now and then, and when a scope is closed, how many calls were made at once in
	 * their caller.
	 * @param calls how many more
	 */
	default void madeHere(int calls) {
	}

	/**
	 * A call that was made at once in its caller has ended, and has made no other of the
	 * same method that was measured.
	 * @param nanos its time
	 */
	void called(long nanos);

	/**
	 * Asked before a task runs.
	 * @return whether {@link #ran} is told how long it keeps a processor busy
	 */
	boolean measuresProcessor();

	/**
	 * A forked task has ended, and has made no other call of the same method that was
	 * measured.
	 * @param nanos its time
	 * @param processorNanos the time for which it kept a processor busy, negative if that
	 * is not known
	 */
	void ran(long nanos, long processorNanos);

	/**
	 * Where a call is made.
	 */
	enum Place {

		/** At once in the caller, if it needs to wait for nothing. */
		CALLER,

		/** By a thread of the executor that is told to run this one task. */
		JOB,

		/**
		 * In the queue of its scope, to whose tasks the executor's threads are invited.
		 */
		QUEUE

	}

}
