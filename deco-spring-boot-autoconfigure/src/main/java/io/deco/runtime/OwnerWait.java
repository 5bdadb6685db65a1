package io.deco.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Lets the thread that owns a scope wait for one of its tasks.
 * <p>
 * The owner runs the task itself if nobody has started it. While another thread runs it,
 * or it waits for others, the owner runs further unstarted tasks of its own scope, the
 * earliest first. So there is always a thread for each task that can run, whatever the
 * executor does, and by induction over the nesting of scopes no wait is for ever. The
 * owner is never given an unrelated task: it might hold locks that such a task needs.
 * <p>
 * The owner publishes itself as parked before it looks for a reason not to park, and
 * whoever gives a reason does so before it looks for a parked owner.
 */
final class OwnerWait {

	private final Thread owner = Thread.currentThread();

	private final String caller;

	private final Log log;

	/**
	 * Tasks that became ready after their fork, when what they depend on ended.
	 */
	private final Queue<Task<?>> released = new ConcurrentLinkedQueue<>();

	private volatile boolean parked;

	private volatile boolean failureKnown;

	OwnerWait(Log log, String caller) {
		this.log = log;
		this.caller = caller;
	}

	boolean isOwner() {
		return Thread.currentThread() == this.owner;
	}

	/**
	 * Waits until a task has ended, or some task is known to have failed.
	 * @return {@code false} if the thread was interrupted; its flag is then cleared
	 */
	boolean untilEndedOrFailure(Task<?> task) {
		return until(task, true, true);
	}

	/**
	 * Waits until a task has ended.
	 * @return {@code false} if the thread was interrupted; its flag is then cleared
	 */
	boolean untilEnded(Task<?> task) {
		return until(task, false, true);
	}

	/**
	 * Waits until a task has ended, and forgets interrupts that arrive meanwhile.
	 */
	void untilEndedWhateverComes(Task<?> task) {
		until(task, false, false);
	}

	private boolean until(Task<?> task, boolean heedFailure, boolean heedInterrupt) {
		long blocked = 0;
		try {
			task.endIfBroken();
			while (!task.isEnded() && !(heedFailure && this.failureKnown)) {
				if (task.claim()) {
					continue;
				}
				Task<?> other = firstUnstarted();
				if (other != null) {
					other.claim();
					continue;
				}
				if (Thread.interrupted() && heedInterrupt) {
					return false;
				}
				blocked += park(task, heedFailure);
			}
			return true;
		}
		finally {
			if (blocked > 0) {
				task.listener().awaited(blocked, this.caller);
			}
		}
	}

	private long park(Task<?> task, boolean heedFailure) {
		this.parked = true;
		try {
			if (task.isEnded() || (heedFailure && this.failureKnown) || !this.released.isEmpty()) {
				return 0;
			}
			long start = System.nanoTime();
			LockSupport.park(task);
			return System.nanoTime() - start;
		}
		finally {
			this.parked = false;
		}
	}

	private @Nullable Task<?> firstUnstarted() {
		forgetStarted();
		Task<?> released = this.released.peek();
		return (released != null) ? released : this.log.firstUnstarted();
	}

	/**
	 * Lets go of tasks that others have started since they were released.
	 */
	void forgetStarted() {
		for (Task<?> task = this.released.peek(); task != null && !task.isUnstarted(); task = this.released.peek()) {
			this.released.poll();
		}
	}

	boolean isFailureKnown() {
		return this.failureKnown;
	}

	void reset() {
		this.failureKnown = false;
		this.released.clear();
	}

	/**
	 * Says that a task failed. Called before its end becomes visible.
	 */
	void failed() {
		this.failureKnown = true;
	}

	/**
	 * Says that a task is ready to run since what it depends on has ended.
	 */
	void released(Task<?> task) {
		this.released.add(task);
		wake();
	}

	void wake() {
		if (this.parked) {
			LockSupport.unpark(this.owner);
		}
	}

}
