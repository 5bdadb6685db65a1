package io.deco.runtime;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When and where a task starts: on its method's executor, as soon as the tasks that it
 * depends on have ended. No thread is held meanwhile.
 */
final class TaskStart {

	private final Task<?> task;

	private final TaskScope scope;

	private final ConcurrentMethod method;

	/**
	 * The tasks that this one waits for, and one for the fork that is not complete.
	 */
	private final AtomicInteger dependencies = new AtomicInteger(1);

	private Runnable submission;

	private long readyAt;

	TaskStart(Task<?> task, TaskScope scope, ConcurrentMethod method) {
		this.task = task;
		this.scope = scope;
		this.method = method;
		this.submission = task;
	}

	/**
	 * Lets the task start only when another has ended; it is dropped if that one does not
	 * succeed.
	 */
	void dependOn(Task<?> other) {
		if (other == this.task || other.succeeded()) {
			return;
		}
		this.dependencies.incrementAndGet();
		if (!other.dependents().add(this.task)) {
			this.dependencies.decrementAndGet();
			if (!other.succeeded()) {
				this.task.drop();
			}
		}
	}

	/**
	 * Completes the fork: the task starts now, or as soon as its last dependency ends.
	 * @throws RejectedExecutionException if the executor refuses the task and the caller
	 * must not run it
	 */
	void complete() {
		this.submission = this.method.propagate(this.task);
		if (!becomesReady()) {
			return;
		}
		try {
			this.method.executor().execute(this.submission);
		}
		catch (RejectedExecutionException ex) {
			this.task.listener().rejected();
			if (!this.method.runsRejected()) {
				throw ex;
			}
			this.task.execute("rejected");
		}
	}

	/**
	 * Called once for each dependency, by the thread that ended it. If the executor
	 * refuses the task then, it is left to whoever waits for it.
	 */
	void dependencyEnded() {
		if (!becomesReady()) {
			return;
		}
		this.scope.ownerWait().released(this.task);
		try {
			this.method.executor().execute(this.submission);
		}
		catch (RejectedExecutionException ex) {
			this.task.listener().rejected();
		}
		catch (RuntimeException | Error ex) {
			// Not the fault of the task that ended here; the waiter runs this one.
		}
	}

	private boolean becomesReady() {
		if (this.dependencies.decrementAndGet() > 0) {
			return false;
		}
		this.readyAt = System.nanoTime();
		return this.task.becomesReady();
	}

	long readyAt() {
		return this.readyAt;
	}

}
