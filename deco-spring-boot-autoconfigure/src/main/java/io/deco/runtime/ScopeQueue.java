package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * The ready tasks of one scope for one executor, and the invitations to work on them.
 * <p>
 * The scope's owner takes the tasks that were forked last, and the executor's threads
 * those that were forked first, so that they seldom meet. What the executor is given is
 * this object: an <i>invitation</i>, whose thread runs tasks until none is left. An
 * invited thread that leaves tasks behind invites the next one, so that the owner pays
 * for the first signal only. Tasks that are jobs of their own wait here too, for the
 * owner.
 * <p>
 * No invitation is ever needed: the owner finds each task in its log, and runs it if
 * nobody has. So one that the executor refuses, drops or runs much too late costs time
 * and nothing else, and a scope ends whatever becomes of them. A thread that is invited
 * waits for nothing between its tasks, and a task that waits does so in a scope of its
 * own, of which the same is true.
 */
final class ScopeQueue implements Runnable {

	private static final VarHandle INVITED;

	/**
	 * The queue that the current thread works on. What it releases there it runs itself.
	 */
	private static final ThreadLocal<@Nullable ScopeQueue> INVITATION = new ThreadLocal<>();

	static {
		try {
			INVITED = MethodHandles.lookup().findVarHandle(ScopeQueue.class, "invited", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	final Executor executor;

	/**
	 * The queue of another executor of the same scope.
	 */
	final @Nullable ScopeQueue next;

	private final OwnerWait wait;

	private final WorkDeque forked = new WorkDeque();

	/**
	 * Tasks that became ready after their fork, when what they depend on ended.
	 */
	private final Queue<Task<?>> released = new ConcurrentLinkedQueue<>();

	/**
	 * How many invitations have been given and not ended.
	 */
	@SuppressWarnings("unused") // through INVITED
	private volatile int invited;

	ScopeQueue(Executor executor, OwnerWait wait, @Nullable ScopeQueue next) {
		this.executor = executor;
		this.wait = wait;
		this.next = next;
	}

	/**
	 * Adds a task that was ready when it was forked. Called by the owner.
	 */
	void add(Task<?> task) {
		this.forked.add(task);
	}

	/**
	 * Adds a task that is ready to run since what it depends on has ended.
	 */
	void addReleased(Task<?> task) {
		this.released.add(task);
		if (INVITATION.get() != this) {
			this.wait.wake();
		}
	}

	/**
	 * Takes the task that the owner runs next. Called by the owner.
	 */
	@Nullable Task<?> takeLast() {
		Task<?> task = pollReleased();
		return (task != null) ? task : this.forked.takeLast();
	}

	private @Nullable Task<?> takeFirst() {
		Task<?> task = pollReleased();
		return (task != null) ? task : this.forked.takeFirst();
	}

	private @Nullable Task<?> pollReleased() {
		if (this.released.isEmpty()) {
			return null;
		}
		Task<?> task = this.released.poll();
		while (task != null && !task.isUnstarted()) {
			task = this.released.poll();
		}
		return task;
	}

	boolean hasReleased() {
		return !this.released.isEmpty();
	}

	/**
	 * Lets go of tasks that others have started since they were released.
	 */
	void forgetStarted() {
		for (Task<?> task = this.released.peek(); task != null && !task.isUnstarted(); task = this.released.peek()) {
			this.released.remove(task);
		}
	}

	void clear() {
		this.released.clear();
	}

	/**
	 * Returns how many tasks wait here, and some that others have started.
	 */
	int size() {
		return this.forked.size() + (this.released.isEmpty() ? 0 : 1);
	}

	/**
	 * Invites another thread, if there is enough work for it.
	 * @param grain the grain of a task that waits here
	 * @param tasks how many tasks there are for those who are invited
	 * @throws RejectedExecutionException if the executor refuses
	 */
	private void invite(Grain grain, int tasks) {
		int invited = this.invited;
		if (invited < grain.workers(tasks) && INVITED.compareAndSet(this, invited, invited + 1)) {
			boolean given = false;
			try {
				this.executor.execute(this);
				given = true;
			}
			finally {
				if (!given) {
					INVITED.getAndAdd(this, -1);
				}
			}
		}
	}

	/**
	 * Invites a thread, if there is enough work for it.
	 * @param grain the grain of a task that waits here
	 * @throws RejectedExecutionException if the executor refuses
	 */
	void invite(Grain grain) {
		invite(grain, size());
	}

	/**
	 * Invites another thread if that is possible, before the owner runs a task.
	 */
	void inviteQuietly(Task<?> task) {
		inviteQuietly(task, size());
	}

	private void inviteQuietly(Task<?> task, int tasks) {
		Grain grain = task.start().queuedGrain();
		if (grain != null) {
			try {
				invite(grain, tasks);
			}
			catch (RejectedExecutionException ex) {
				task.listener().rejected();
			}
			catch (RuntimeException | Error ex) {
				// Not the fault of the task that is about to run; the owner runs the
				// rest.
			}
		}
	}

	/**
	 * Accepts an invitation: works until nothing is left. Looks again after it has left,
	 * for what was added by somebody who still counted on it.
	 */
	@Override
	public void run() {
		ScopeQueue outer = INVITATION.get();
		INVITATION.set(this);
		try {
			do {
				work();
			}
			while (size() > 0 && !Thread.currentThread().isInterrupted() && comeBack());
		}
		finally {
			INVITATION.set(outer);
			if (hasReleased()) {
				this.wait.wake();
			}
		}
	}

	/**
	 * An interrupted thread leaves, for its pool to see.
	 */
	private void work() {
		try {
			for (Task<?> task = takeFirst(); task != null; task = takeFirst()) {
				inviteQuietly(task, size() + 1);
				task.start().submission().run();
				if (Thread.currentThread().isInterrupted()) {
					return;
				}
			}
		}
		finally {
			INVITED.getAndAdd(this, -1);
		}
	}

	private boolean comeBack() {
		return INVITED.compareAndSet(this, 0, 1);
	}

}
