package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * When and where a task starts: as soon as the tasks that it depends on have ended, as a
 * job of its method's executor, or in the {@link ScopeQueue}. No thread is held
 * meanwhile.
 */
final class TaskStart {

	private static final VarHandle DEPENDENCIES;

	static {
		try {
			DEPENDENCIES = MethodHandles.lookup().findVarHandle(TaskStart.class, "dependencies", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final Task<?> task;

	private final ConcurrentMethod method;

	private final ScopeQueue queue;

	private final @Nullable Grain queuedGrain;

	/**
	 * The tasks that this one waits for, and one for the fork that is not complete.
	 */
	@SuppressWarnings("unused") // through DEPENDENCIES
	private volatile int dependencies = 1;

	private Runnable submission;

	private long readyAt;

	TaskStart(Task<?> task, ConcurrentMethod method, ScopeQueue queue, @Nullable Grain queuedGrain) {
		this.task = task;
		this.method = method;
		this.queue = queue;
		this.queuedGrain = queuedGrain;
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
		DEPENDENCIES.getAndAdd(this, 1);
		if (!other.dependents().add(this.task)) {
			DEPENDENCIES.getAndAdd(this, -1);
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
		this.queue.add(this.task);
		try {
			submit();
		}
		catch (RejectedExecutionException ex) {
			this.task.listener().rejected();
			if (!this.method.runsRejected()) {
				throw ex;
			}
			this.task.execute("rejected");
		}
	}

	private void submit() {
		if (this.queuedGrain != null) {
			this.queue.invite(this.queuedGrain);
		}
		else {
			this.method.executor().execute(this.submission);
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
		this.queue.addReleased(this.task);
		try {
			submit();
		}
		catch (RejectedExecutionException ex) {
			this.task.listener().rejected();
		}
		catch (RuntimeException | Error ex) {
			// Not the fault of the task that ended here; the waiter runs this one.
		}
	}

	private boolean becomesReady() {
		if ((int) DEPENDENCIES.getAndAdd(this, -1) > 1) {
			return false;
		}
		this.readyAt = System.nanoTime();
		return this.task.becomesReady();
	}

	ConcurrentMethod method() {
		return this.method;
	}

	/**
	 * Returns the task with the context of the thread that forked it.
	 */
	Runnable submission() {
		return this.submission;
	}

	/**
	 * Returns who decides how many threads are invited, {@code null} if the task is a job
	 * of its own.
	 */
	@Nullable Grain queuedGrain() {
		return this.queuedGrain;
	}

	ScopeQueue queue() {
		return this.queue;
	}

	long readyAt() {
		return this.readyAt;
	}

}
