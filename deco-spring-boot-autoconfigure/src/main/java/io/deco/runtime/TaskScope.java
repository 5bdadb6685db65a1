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

	private final Log log = new Log();

	private final LentObjects lent = new LentObjects();

	private final DeferredWrites writes = new DeferredWrites(this);

	private final OwnerWait wait;

	private final ProgramOrder order;

	private final Forker forker;

	private final Elements elements;

	private final @Nullable ConcurrentMethod byHand;

	private int running;

	private int polls;

	private boolean closed;

	/**
	 * The next scope in the {@link ScopeChain}.
	 */
	@Nullable TaskScope outer;

	TaskScope(@Nullable Object owner, String caller, @Nullable ConcurrentMethod byHand) {
		this.byHand = byHand;
		this.wait = new OwnerWait(this.log, caller);
		this.order = new ProgramOrder(caller, this.log, this.wait, this.writes, this.lent);
		this.forker = new Forker(this, owner, this.log, this.order, this.lent);
		this.elements = new Elements(this.log, this.order, this.writes, this.lent);
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
		Forker.orThrow(this.order.awaitSettled());
		Task<T> task = new Task<>(this, this.byHand, work::call, work::toString);
		this.forker.start(task);
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
			Throwable thrown = this.order.awaitAll();
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
		return this.wait.isOwner() && this.running == 0;
	}

	void runAsTask(Runnable task) {
		if (!this.wait.isOwner()) {
			task.run();
			return;
		}
		this.running++;
		try {
			task.run();
		}
		finally {
			this.running--;
		}
	}

	OwnerWait ownerWait() {
		return this.wait;
	}

	Elements elements() {
		return this.elements;
	}

	Forker forker() {
		return this.forker;
	}

	<T extends @Nullable Object> T await(Task<T> task) {
		Forker.orThrow(this.order.await(task));
		return task.value();
	}

	/**
	 * Awaits a task, whatever becomes of all others.
	 */
	<T extends @Nullable Object> T awaitAlone(Task<T> task) {
		Forker.orThrow(this.order.awaitAlone(task));
		return task.value();
	}

	/**
	 * Ends all tasks, and forgets what became of them, and closes the scope.
	 */
	void endAll() {
		this.order.endAll();
		finish();
	}

	@Nullable Throwable awaitAll() {
		return this.log.isEmpty() ? this.order.untaken() : this.order.awaitAll();
	}

	@Nullable Throwable poll() {
		if (this.log.isEmpty()) {
			return null;
		}
		this.polls++;
		return (this.polls % POLLS_WITHOUT_WAIT == 0) ? this.order.awaitUntilAtMost(this.log.size() - 1)
				: this.order.awaitFailure();
	}

	@Nullable Throwable awaitSites(int from, int to) {
		return this.log.isEmpty() ? null : this.order.awaitSites(from, to);
	}

	void awaitModifiers(@Nullable Object object) {
		if (!this.log.isEmpty()) {
			Forker.orThrow(this.order.await(this.lent.modifiers(object)));
		}
	}

	@Nullable Throwable awaitWritesTo(@Nullable Object argument) {
		if (this.writes.isEmpty()) {
			return null;
		}
		PendingWrite last = (argument instanceof Carrier pending) ? this.writes.lastIfAnyMayBeTo(pending)
				: (argument != null && StoreTargets.of(argument) == StoreTargets.VIEW) ? this.writes.last()
						: this.writes.lastTo(argument);
		return (last != null) ? this.order.awaitThrough(last) : null;
	}

	void beforeRead(@Nullable Object target, String field) {
		PendingWrite write = this.writes.lastTo(target, field);
		if (write != null) {
			Throwable thrown = this.order.awaitThrough(write);
			if (thrown != null) {
				this.order.throwToReader();
				throw Thrown.asIs(thrown);
			}
		}
	}

	void write(WriteSite site, @Nullable Object target, @Nullable Object carried) throws Throwable {
		Forker.orThrow(this.order.awaitSettled());
		if (target == null && !FieldWrite.isStatic(site)) {
			Forker.orThrow(awaitAll());
		}
		if (this.log.isEmpty()) {
			FieldWrite.set(site, target, Pending.valueOf(carried));
		}
		else {
			this.log.append(this.writes.add(new FieldWrite(site, target, carried)));
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
		Failure failure = this.order.failure();
		if (failure != null && failure.thrown() != thrown) {
			this.order.forgetFailure();
		}
		return thrown;
	}

	/**
	 * Whether what {@link #settle} returned was thrown by a call outside of a region, so
	 * that its handlers must not see it. If not, they take it.
	 */
	boolean escapes(int from, int to) {
		Failure failure = this.order.failure();
		if (failure == null) {
			return false;
		}
		boolean escapes = failure.site() < from || failure.site() >= to;
		if (!escapes) {
			this.order.forgetFailure();
		}
		return escapes;
	}

	void finish() {
		if (!this.closed) {
			this.closed = true;
			this.forker.close();
		}
	}

}
