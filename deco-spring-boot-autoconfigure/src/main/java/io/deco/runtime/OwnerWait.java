package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Lets the thread that owns a scope wait for one of its tasks.
 * <p>
 * The owner runs the task itself if nobody has started it. While another thread runs it,
 * or it waits for others, the owner runs further unstarted tasks of its own scope, the
 * latest first. So there is always a thread for each task that can run, whatever the
 * executor does, and by induction over the nesting of scopes no wait is for ever. The
 * owner is never given an unrelated task: it might hold locks that such a task needs.
 * <p>
 * The owner publishes for what it is parked before it looks for a reason not to park, and
 * whoever gives a reason does so before it looks for a parked owner. It is woken by the
 * end of that one task, by a failure, and by a task that it can run.
 */
final class OwnerWait {

	private static final VarHandle UNSTARTED;

	static {
		try {
			UNSTARTED = MethodHandles.lookup().findVarHandle(OwnerWait.class, "unstarted", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final Thread owner = Thread.currentThread();

	private final String caller;

	private @Nullable ScopeQueue queues;

	private volatile @Nullable Task<?> parkedFor;

	private volatile boolean failureKnown;

	/**
	 * The order of the earliest fork that is known to have failed, 0 if it is none that
	 * makes others pointless. Written before {@link #failureKnown}.
	 */
	private int failedOrder;

	/**
	 * The order of the last fork.
	 */
	private int order;

	/**
	 * How many tasks have been forked and have neither started nor been dropped.
	 */
	@SuppressWarnings("unused") // through UNSTARTED
	private volatile int unstarted;

	OwnerWait(String caller) {
		this.caller = caller;
	}

	/**
	 * Finds the queue for an executor. Called by the owner.
	 */
	ScopeQueue queue(Executor executor) {
		ScopeQueue found = findQueue(executor);
		if (found == null) {
			found = new ScopeQueue(executor, this, this.queues);
			this.queues = found;
		}
		return found;
	}

	private @Nullable ScopeQueue findQueue(Executor executor) {
		ScopeQueue queue = this.queues;
		while (queue != null && queue.executor != executor) {
			queue = queue.next;
		}
		return queue;
	}

	/**
	 * Returns how many tasks wait for an executor.
	 */
	int waiting(Executor executor) {
		ScopeQueue queue = findQueue(executor);
		return (queue != null) ? queue.size() : 0;
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
		long began = 0;
		long blocked = 0;
		try {
			task.endIfBroken();
			while (!task.isEnded() && !(heedFailure && this.failureKnown)) {
				if (task.claim() || runAnother()) {
					continue;
				}
				if (Thread.interrupted() && heedInterrupt) {
					return false;
				}
				long now = System.nanoTime();
				began = (began != 0) ? began : now;
				if (!SpinWait.await(task, now)) {
					park(task, heedFailure, now - began);
				}
				blocked += System.nanoTime() - now;
			}
			return true;
		}
		finally {
			if (blocked > 0) {
				task.listener().awaited(blocked, this.caller);
			}
		}
	}

	private void park(Task<?> task, boolean heedFailure, long waited) {
		Duration limit = task.start().method().awaitTimeout();
		long left = (limit != null) ? TimeUnit.NANOSECONDS.convert(limit) - waited : 0;
		if (limit != null && left <= 0) {
			if (task.giveUp(limit, this.caller)) {
				return;
			}
			left = Long.MAX_VALUE;
		}
		this.parkedFor = task;
		try {
			if (task.isEnded() || (heedFailure && this.failureKnown) || hasReleased()) {
				return;
			}
			if (limit != null) {
				LockSupport.parkNanos(task, left);
			}
			else {
				LockSupport.park(task);
			}
		}
		finally {
			this.parkedFor = null;
		}
	}

	private boolean hasReleased() {
		for (ScopeQueue queue = this.queues; queue != null; queue = queue.next) {
			if (queue.hasReleased()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Runs an unstarted task, if there is any. Called by the owner.
	 */
	boolean runAnother() {
		for (ScopeQueue queue = this.queues; queue != null; queue = queue.next) {
			Task<?> task = queue.takeLast();
			if (task != null) {
				queue.inviteQuietly(task);
				task.claim();
				return true;
			}
		}
		return false;
	}

	/**
	 * Lets go of tasks that others have started since they were released.
	 */
	void forgetStarted() {
		for (ScopeQueue queue = this.queues; queue != null; queue = queue.next) {
			queue.forgetStarted();
		}
	}

	boolean isFailureKnown() {
		return this.failureKnown;
	}

	void reset() {
		this.failureKnown = false;
		this.failedOrder = 0;
		for (ScopeQueue queue = this.queues; queue != null; queue = queue.next) {
			queue.clear();
		}
	}

	void forked() {
		UNSTARTED.getAndAdd(this, 1);
	}

	/**
	 * Says that a task has started or will never do so.
	 */
	void started() {
		UNSTARTED.getAndAdd(this, -1);
	}

	int unstarted() {
		return this.unstarted;
	}

	/**
	 * Returns the order of the next fork.
	 */
	int nextOrder() {
		this.order = (this.order == -1) ? 1 : this.order + 1;
		return this.order;
	}

	/**
	 * Says that a task failed. Called before its end becomes visible.
	 */
	synchronized void failed(TaskEntry failed) {
		if (failed.order != 0 && (this.failedOrder == 0 || failed.order - this.failedOrder < 0)) {
			this.failedOrder = failed.order;
		}
		this.failureKnown = true;
	}

	/**
	 * Whether a task must not start any more, since one that was forked before it is
	 * known to have failed: sequential code would not have come to this one. Whoever
	 * drops it for that has seen the failure, and so does the owner, who then finds that
	 * it was dropped. Orders are compared by their difference, as they may overflow.
	 */
	boolean isPointless(TaskEntry entry) {
		if (!this.failureKnown || entry.order == 0) {
			return false;
		}
		int failedOrder = this.failedOrder;
		return failedOrder != 0 && entry.order - failedOrder > 0;
	}

	/**
	 * Says that a task has ended.
	 */
	void ended(Task<?> task) {
		Task<?> parkedFor = this.parkedFor;
		if (parkedFor == task || (parkedFor != null && this.failureKnown)) {
			LockSupport.unpark(this.owner);
		}
	}

	void wake() {
		if (this.parkedFor != null) {
			LockSupport.unpark(this.owner);
		}
	}

}
