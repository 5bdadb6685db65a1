package io.deco.runtime;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Starts calls that may overlap, and ends them all before it is closed. <pre>{@code
 * try (TaskScope scope = TaskScope.open(executor)) {
 *     Task<Profile> profile = scope.fork(() -> profiles.find(user));
 *     Task<Quote> quote = scope.fork(() -> quotes.find(item));
 *     return new Cart(profile.await(), quote.await());
 * }
 * }</pre>
 * <p>
 * Failures are those of sequential code: the exception that is thrown, by {@code await},
 * {@code fork} or {@code close}, is that of the earliest call that failed, as it was
 * thrown, with the exceptions of later calls suppressed under it. Calls after it that
 * have not started never run.
 * <p>
 * A scope belongs to the thread that opened it, and is not handed on to others; the tasks
 * may be. A woven method has one scope for each of its invocations.
 */
public final class TaskScope implements AutoCloseable {

	/**
	 * How often a loop may go round while a call is pending that nobody may ever start.
	 */
	private static final int POLLS_WITHOUT_WAIT = 1 << 16;

	/**
	 * How many short calls of one method are counted together at most.
	 */
	private static final int MADE_AT_ONCE = 1024;

	private final Thread thread = Thread.currentThread();

	private final @Nullable Object owner;

	private final String caller;

	private final @Nullable ConcurrentMethod byHand;

	/**
	 * Made when something becomes pending: most scopes of short calls never need it.
	 */
	private @Nullable ScopeParts parts;

	private int running;

	private int polls;

	private boolean closed;

	/**
	 * The time that calls made at once for their shortness are expected to have taken.
	 */
	private long spentHere;

	/**
	 * Which of those calls their grain has not been told of.
	 */
	private @Nullable Grain grainHere;

	private int madeHere;

	/**
	 * A bit for each place where the woven method got an iterator that others may hold.
	 * The last one stands for all further places.
	 */
	private int sharedIterators;

	/**
	 * The next scope in the {@link ScopeChain}.
	 */
	@Nullable TaskScope outer;

	TaskScope(@Nullable Object owner, String caller, @Nullable ConcurrentMethod byHand) {
		this.owner = owner;
		this.caller = caller;
		this.byHand = byHand;
	}

	/**
	 * Opens a scope for the current thread.
	 * @param executor what runs the tasks; a task that it rejects is run by the caller
	 * @return the scope, to be closed by the same thread
	 */
	public static TaskScope open(Executor executor) {
		Objects.requireNonNull(executor, "'executor' must not be null");
		return new TaskScope(null, "", () -> executor);
	}

	/**
	 * Starts a call, and does not wait for it.
	 * @param <T> the type of the result
	 * @param work the call
	 * @return the task, whose {@link Task#await()} gives the result
	 * @throws IllegalStateException if the scope is closed, or the current thread is not
	 * its owner, or runs a task of this scope
	 */
	public <T extends @Nullable Object> Task<T> fork(Callable<T> work) {
		Objects.requireNonNull(work, "'work' must not be null");
		checkOwner();
		if (this.closed || this.byHand == null) {
			throw new IllegalStateException("The scope is closed");
		}
		ScopeParts parts = parts();
		Forker.orThrow(parts.order.awaitSettled());
		parts.forker.makeRoom(this.byHand);
		Task<T> task = new Task<>(this, this.byHand, null, work::call, work::toString);
		parts.forker.startInOrder(task);
		return task;
	}

	/**
	 * Waits for all tasks. What a failed one threw is thrown as it is, checked or not,
	 * unless it was thrown before. Closing again does nothing.
	 * @throws IllegalStateException if the current thread is not the scope's owner, or
	 * runs a task of this scope
	 */
	@Override
	public void close() {
		checkOwner();
		if (!this.closed) {
			Throwable thrown = (this.parts != null) ? this.parts.order.awaitAll() : null;
			finish();
			Forker.orThrow(thrown);
		}
	}

	private void checkOwner() {
		if (!isOwnedByCurrentThread()) {
			throw new IllegalStateException("A scope is used by the thread that opened it, outside of its tasks");
		}
	}

	boolean isOwnedByCurrentThread() {
		return Thread.currentThread() == this.thread && this.running == 0;
	}

	void runAsTask(Task<?> task) {
		if (Thread.currentThread() != this.thread) {
			task.perform();
			return;
		}
		this.running++;
		try {
			task.perform();
		}
		finally {
			this.running--;
		}
	}

	/**
	 * Returns the parts, which are made if there are none. Called by the owner.
	 */
	ScopeParts parts() {
		ScopeParts parts = this.parts;
		if (parts == null) {
			parts = new ScopeParts(this, this.caller);
			this.parts = parts;
		}
		return parts;
	}

	OwnerWait ownerWait() {
		return parts().wait;
	}

	Elements elements() {
		return parts().elements;
	}

	Forker forker() {
		return parts().forker;
	}

	@Nullable Object owner() {
		return this.owner;
	}

	/**
	 * Whether nothing has ever been pending.
	 */
	boolean isUntouched() {
		return this.parts == null;
	}

	/**
	 * Whether nothing is pending, and no failure has been missed.
	 */
	boolean isIdle() {
		return this.parts == null || this.parts.isIdle();
	}

	/**
	 * Notes a call that is made at once for its shortness. Their counter is shared by
	 * threads, so that it costs less to add to it once for many.
	 */
	void madeHere(Grain grain) {
		this.spentHere += grain.expected();
		if (grain != this.grainHere || this.madeHere >= MADE_AT_ONCE) {
			tellGrain();
			this.grainHere = grain;
		}
		this.madeHere++;
	}

	void iterateShared(int place) {
		this.sharedIterators |= 1 << Math.min(place, Integer.SIZE - 1);
	}

	boolean mayIterateShared(int places) {
		return (this.sharedIterators & places) != 0;
	}

	private void tellGrain() {
		if (this.grainHere != null) {
			this.grainHere.madeHere(this.madeHere);
			this.madeHere = 0;
		}
	}

	long spentHere() {
		return this.spentHere;
	}

	/**
	 * Returns how many tasks of this scope wait for a method's executor.
	 */
	int waiting(ConcurrentMethod method) {
		return (this.parts == null) ? 0 : this.parts.wait.waiting(method.executor());
	}

	<T extends @Nullable Object> T await(Task<T> task) {
		Forker.orThrow(parts().order.await(task));
		return task.value();
	}

	/**
	 * Awaits a task, whatever becomes of all others.
	 */
	<T extends @Nullable Object> T awaitAlone(Task<T> task) {
		Forker.orThrow(parts().order.awaitAlone(task));
		return task.value();
	}

	/**
	 * Ends all tasks, and forgets what became of them, and closes the scope.
	 */
	void endAll() {
		if (this.parts != null) {
			this.parts.order.endAll();
		}
		finish();
	}

	@Nullable Throwable awaitAll() {
		ScopeParts parts = this.parts;
		if (parts == null) {
			return null;
		}
		return parts.log.isEmpty() ? parts.order.untaken() : parts.order.awaitAll();
	}

	@Nullable Throwable poll() {
		ScopeParts parts = this.parts;
		if (parts == null) {
			return null;
		}
		if (parts.log.isEmpty()) {
			return parts.order.untaken();
		}
		this.polls++;
		return (this.polls % POLLS_WITHOUT_WAIT == 0) ? parts.order.awaitUntilAtMost(parts.log.size() - 1)
				: parts.order.awaitFailure();
	}

	@Nullable Throwable awaitSites(int from, int to) {
		ScopeParts parts = this.parts;
		if (parts == null) {
			return null;
		}
		return parts.log.isEmpty() ? parts.order.untaken() : parts.order.awaitSites(from, to);
	}

	void awaitModifiers(@Nullable Object object) {
		ScopeParts parts = this.parts;
		if (parts != null && !parts.log.isEmpty()) {
			Forker.orThrow(parts.order.await(parts.lent.modifiers(object)));
		}
	}

	@Nullable Throwable awaitWritesTo(@Nullable Object argument) {
		ScopeParts parts = this.parts;
		if (parts == null || parts.writes.isEmpty()) {
			return null;
		}
		DeferredWrites writes = parts.writes;
		PendingWrite last = (argument instanceof Carrier pending) ? writes.lastIfAnyMayShowIn(pending)
				: (argument != null && StoreTargets.isView(argument)) ? writes.last() : writes.lastTo(argument);
		return (last != null) ? parts.order.awaitThrough(last) : null;
	}

	void beforeRead(@Nullable Object target, String field) {
		ScopeParts parts = parts();
		PendingWrite write = parts.writes.lastTo(target, field);
		if (write != null) {
			Throwable thrown = parts.order.awaitThrough(write);
			if (thrown != null) {
				parts.order.throwToReader();
				throw Thrown.asIs(thrown);
			}
		}
	}

	void write(WriteSite site, @Nullable Object target, @Nullable Object carried) throws Throwable {
		ScopeParts parts = this.parts;
		if (parts == null) {
			FieldWrite.set(site, target, Pending.valueOf(carried));
			return;
		}
		Forker.orThrow(parts.order.awaitSettled());
		if (target == null && !FieldWrite.isStatic(site)) {
			Forker.orThrow(awaitAll());
		}
		if (parts.log.isEmpty()) {
			FieldWrite.set(site, target, Pending.valueOf(carried));
		}
		else {
			parts.log.append(parts.writes.add(new FieldWrite(site, target, carried)));
		}
	}

	/**
	 * Awaits everything on the exceptional exit of a region, and returns what sequential
	 * code would have thrown there.
	 */
	Throwable settle(Throwable thrown) {
		Throwable earlier = awaitAll();
		if (earlier != null && earlier != thrown) {
			Failure.suppress(earlier, thrown);
			return earlier;
		}
		ScopeParts parts = this.parts;
		Failure failure = (parts != null) ? parts.order.failure() : null;
		if (parts != null && failure != null && failure.thrown() != thrown) {
			parts.order.forgetFailure();
		}
		return thrown;
	}

	/**
	 * Whether what {@link #settle} returned was thrown by a call outside of a region, so
	 * that its handlers must not see it. If not, they take it.
	 */
	boolean escapes(int from, int to) {
		ScopeParts parts = this.parts;
		Failure failure = (parts != null) ? parts.order.failure() : null;
		if (parts == null || failure == null) {
			return false;
		}
		boolean escapes = failure.site() < from || failure.site() >= to;
		if (!escapes) {
			parts.order.forgetFailure();
		}
		return escapes;
	}

	void finish() {
		if (!this.closed) {
			this.closed = true;
			tellGrain();
			if (this.parts != null) {
				this.parts.forker.close();
			}
		}
	}

}
