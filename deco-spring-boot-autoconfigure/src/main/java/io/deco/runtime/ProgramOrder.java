package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Awaits what is pending in a scope so that it looks as if it had never been.
 * <p>
 * As long as nothing failed, a task can be awaited by itself, and an action is applied
 * once everything before it in the log has succeeded. When a task is known to have
 * failed, whoever awaits anything settles the log: what comes after that task and has not
 * started is dropped; what comes before it is awaited and applied from the head, and the
 * first failure met is <i>the</i> failure, since sequential code would not have come
 * further; what is left is awaited and dropped, its failures suppressed under that one.
 * The log is then empty, and the failure remembered until a handler takes it.
 * <p>
 * Methods return what is to be thrown, or {@code null}, so that what a task throws is
 * never mistaken for something that happened to the waiter.
 */
final class ProgramOrder {

	private final String caller;

	private final Log log;

	private final OwnerWait wait;

	private final DeferredWrites writes;

	private final LentObjects lent;

	private @Nullable Failure failure;

	/**
	 * Whether that failure was thrown in a method called from the scope's own.
	 */
	private boolean thrownToReader;

	ProgramOrder(String caller, Log log, OwnerWait wait, DeferredWrites writes, LentObjects lent) {
		this.caller = caller;
		this.log = log;
		this.wait = wait;
		this.writes = writes;
		this.lent = lent;
	}

	@Nullable Throwable await(Task<?> task) {
		if (task.entry().logged) {
			if (!this.wait.untilEndedOrFailure(task)) {
				return abandon();
			}
			if (this.wait.isFailureKnown()) {
				return fail();
			}
			remove(task.entry());
		}
		return task.succeeded() ? null : task.lateFailure();
	}

	/**
	 * Awaits a task, whatever becomes of all others.
	 */
	@Nullable Throwable awaitAlone(Task<?> task) {
		if (task.entry().logged) {
			if (!this.wait.untilEnded(task)) {
				return abandon();
			}
			remove(task.entry());
		}
		if (task.succeeded()) {
			return null;
		}
		Throwable failure = task.lateFailure();
		CallerTrace.attach(failure, task.origin().concat(", awaited here"));
		return failure;
	}

	/**
	 * Ends all tasks, and forgets what became of them.
	 */
	void endAll() {
		endAll(false);
		clear();
		forgetFailure();
	}

	@Nullable Throwable await(Iterable<? extends Task<?>> tasks) {
		Throwable thrown = null;
		for (Iterator<? extends Task<?>> each = tasks.iterator(); each.hasNext() && thrown == null;) {
			thrown = await(each.next());
		}
		return thrown;
	}

	@Nullable Throwable awaitAll() {
		Throwable thrown = null;
		for (LogEntry first = this.log.first(); first != null && thrown == null; first = this.log.first()) {
			thrown = awaitFirst(first);
		}
		return thrown;
	}

	/**
	 * Awaits the earliest entries until no more than some are left.
	 */
	@Nullable Throwable awaitUntilAtMost(int left) {
		Throwable thrown = null;
		for (LogEntry first = this.log.first(); first != null && this.log.size() > left
				&& thrown == null; first = this.log.first()) {
			thrown = awaitFirst(first);
		}
		return thrown;
	}

	/**
	 * Applies an action, after everything that comes before it.
	 */
	@Nullable Throwable awaitThrough(LogEntry entry) {
		Throwable thrown = null;
		for (LogEntry first = this.log.first(); first != null && entry.logged
				&& thrown == null; first = this.log.first()) {
			thrown = awaitFirst(first);
		}
		return thrown;
	}

	/**
	 * Awaits what comes from some sites, and can fail. It is the latest in the log, since
	 * whoever left the region before has awaited it.
	 */
	@Nullable Throwable awaitSites(int from, int to) {
		Deque<LogEntry> entries = new ArrayDeque<>();
		for (LogEntry entry = this.log.last(); entry != null; entry = entry.previous) {
			if (!(entry instanceof PendingAction action) || action.canFail()) {
				int site = entry.siteIndex();
				if (site < from || site >= to) {
					break;
				}
				entries.addFirst(entry);
			}
		}
		Throwable thrown = null;
		while (thrown == null && !entries.isEmpty()) {
			LogEntry entry = entries.removeFirst();
			thrown = (entry instanceof TaskEntry pending) ? await(pending.task()) : awaitThrough(entry);
		}
		// Code after the region may write to the same fields at once
		return (thrown != null) ? thrown : awaitSettled();
	}

	/**
	 * Throws what a task is known to have failed with, and waits for nothing if none has.
	 */
	@Nullable Throwable awaitFailure() {
		return (this.wait.isFailureKnown()) ? fail() : null;
	}

	/**
	 * Forgets tasks that succeeded, and applies actions, as far as that takes no waiting.
	 */
	@Nullable Throwable awaitSettled() {
		this.wait.forgetStarted();
		if (this.wait.isFailureKnown()) {
			return fail();
		}
		Throwable thrown = untaken();
		for (LogEntry first = this.log.first(); first != null && first.isSettled()
				&& thrown == null; first = this.log.first()) {
			thrown = awaitFirst(first);
		}
		return thrown;
	}

	private @Nullable Throwable awaitFirst(LogEntry first) {
		if (first instanceof TaskEntry pending) {
			return isLeftByFork(pending.task()) ? forget(first) : await(pending.task());
		}
		Failure failed = apply((PendingAction) first);
		return (failed != null) ? conclude(failed, null) : null;
	}

	/**
	 * Whether a fork failed, and there was no stack left to take its task out of the log.
	 * Others are dropped only after a failure is known.
	 */
	private boolean isLeftByFork(Task<?> task) {
		return task.isDropped() && !this.wait.isFailureKnown();
	}

	private @Nullable Throwable forget(LogEntry entry) {
		remove(entry);
		return null;
	}

	private Throwable fail() {
		TaskEntry known = this.log.firstFailed();
		if (known != null) {
			Log.forEachTask(known.next, Task::drop);
		}
		for (LogEntry first = this.log.first(); first != null; first = this.log.first()) {
			if (first instanceof TaskEntry pending) {
				Task<?> task = pending.task();
				if (!this.wait.untilEnded(task)) {
					return abandon();
				}
				Throwable thrown = task.failure();
				Failure failed = (thrown != null) ? new Failure(thrown, task.siteIndex()) : null;
				this.failure = (failed != null) ? failed : this.failure;
				remove(first);
				if (failed != null) {
					return conclude(failed, task);
				}
			}
			else {
				Failure failed = apply((PendingAction) first);
				if (failed != null) {
					return conclude(failed, null);
				}
			}
		}
		if (this.failure != null) {
			// The stack ended when it was found before
			return conclude(this.failure, null);
		}
		throw new IllegalStateException("No task of %s has failed".formatted(this.caller));
	}

	private @Nullable Failure apply(PendingAction action) {
		remove(action);
		if (action instanceof PendingWrite write) {
			this.writes.remove(write);
		}
		try {
			action.apply();
			return null;
		}
		catch (Throwable ex) {
			return new Failure(ex, action.siteIndex());
		}
	}

	private Throwable conclude(Failure failure, @Nullable Task<?> task) {
		this.failure = failure;
		endAll(false);
		List<Throwable> later = new ArrayList<>();
		Log.forEachTask(this.log.first(), (other) -> {
			Throwable thrown = other.failure();
			if (thrown != null) {
				later.add(thrown);
			}
		});
		clear();
		failure.suppress(later);
		if (task != null) {
			CallerTrace.attach(failure.thrown(), task.origin().concat(", awaited here"));
		}
		return failure.thrown();
	}

	/**
	 * Gives up after an interrupt: nothing outlives its scope even then.
	 */
	private Throwable abandon() {
		endAll(true);
		clear();
		forgetFailure();
		return new AwaitInterruptedException(
				"Interrupted while waiting for calls" + (this.caller.isEmpty() ? "" : " of " + this.caller));
	}

	private void endAll(boolean interrupt) {
		LogEntry first = this.log.first();
		Log.forEachTask(first, Task::drop);
		boolean interrupted = interrupt;
		if (interrupted) {
			Log.forEachTask(first, Task::interrupt);
		}
		for (LogEntry entry = first; entry != null; entry = entry.next) {
			if (entry instanceof TaskEntry running) {
				if (!interrupted && !this.wait.untilEnded(running.task())) {
					interrupted = true;
					Log.forEachTask(entry, Task::interrupt);
				}
				this.wait.untilEndedWhateverComes(running.task());
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void remove(LogEntry entry) {
		this.log.remove(entry);
		if (this.log.isEmpty()) {
			this.lent.clear();
		}
	}

	private void clear() {
		this.log.clear();
		this.writes.clear();
		this.lent.clear();
		this.wait.reset();
	}

	/**
	 * Returns the failure that was thrown last and that no handler has taken yet.
	 */
	@Nullable Failure failure() {
		return this.failure;
	}

	void forgetFailure() {
		this.failure = null;
		this.thrownToReader = false;
	}

	/**
	 * Says that the failure is thrown where a field is read, in whatever method that is.
	 */
	void throwToReader() {
		this.thrownToReader = true;
	}

	/**
	 * Returns the failure again if it was thrown to a reader. If that let it through,
	 * nobody asks; if not, sequential code would not even have called it.
	 */
	@Nullable Throwable untaken() {
		return (this.thrownToReader && this.failure != null) ? this.failure.thrown() : null;
	}

}
