package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A call that runs at most once: on the executor, or in the thread that first waits for
 * its result.
 * <p>
 * A task waits for the tasks it depends on, is then ready, running, and at last ended. It
 * may be dropped before it runs, because a call before it failed. Who moves it out of
 * {@code READY} runs it: that is the whole of claiming. Its end is visible only after its
 * outcome and after the interrupts meant for it have been withdrawn.
 *
 * @param <T> the type of the result
 * @see TaskScope#fork
 */
public sealed class Task<T extends @Nullable Object> extends FutureTask<T> permits Carrier {

	private static final int WAITING = 0;

	private static final int READY = 1;

	private static final int RUNNING = 2;

	private static final int ENDED = 3;

	private static final int DROPPED = 4;

	private static final VarHandle STAGE;

	static {
		try {
			STAGE = MethodHandles.lookup().findVarHandle(Task.class, "stage", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final TaskScope scope;

	private final OwnerWait wait;

	private final TaskListener listener;

	private final TaskRun<T> run;

	private final TaskStart start;

	private final TaskEntry entry = new TaskEntry(this);

	@SuppressWarnings("unused") // through STAGE
	private volatile int stage;

	private final Dependents dependents = new Dependents();

	private @Nullable T value;

	private volatile @Nullable Throwable failure;

	private volatile @Nullable Throwable broken;

	/**
	 * When the task started; others may see it late.
	 */
	private long startedAt;

	Task(TaskScope scope, ConcurrentMethod method, @Nullable Grain queuedGrain, Work<T> work, Supplier<String> name) {
		this(scope, method, queuedGrain, new TaskRun<>(work, name, method.timeout()));
	}

	private Task(TaskScope scope, ConcurrentMethod method, @Nullable Grain queuedGrain, TaskRun<T> run) {
		super(run);
		this.scope = scope;
		this.wait = scope.ownerWait();
		this.start = new TaskStart(this, method, this.wait.queue(method.executor()), queuedGrain);
		this.listener = QuietListener.of(method);
		this.run = run;
	}

	/**
	 * Waits for the result; the task is run here if nobody has started it. The scope's
	 * own thread also learns of calls before this one that failed.
	 * @return the result
	 * @throws AwaitInterruptedException if the current thread is interrupted while it
	 * waits
	 */
	public T await() {
		// What the call threw is thrown as it is, checked or not.
		if (this.scope.isOwnedByCurrentThread()) {
			return this.scope.await(this);
		}
		try {
			return get();
		}
		catch (ExecutionException ex) {
			throw Thrown.asIs((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AwaitInterruptedException("Interrupted while waiting for " + this);
		}
	}

	/**
	 * Waits for the result; the task is run here if nobody has started it.
	 */
	@Override
	public T get() throws InterruptedException, ExecutionException {
		claim();
		return super.get();
	}

	@Override
	public void run() {
		try {
			execute(null);
		}
		finally {
			endIfBroken();
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		if (moveFromUnstarted(RUNNING)) {
			super.cancel(false);
			noteCancellation();
			end();
			return true;
		}
		boolean cancelled = super.cancel(false);
		if (cancelled && mayInterruptIfRunning) {
			interrupt();
		}
		return cancelled;
	}

	/**
	 * Runs the task in the current thread, if it is ready and nobody has started it.
	 */
	final boolean claim() {
		return execute("claimed");
	}

	final boolean execute(@Nullable String inlineReason) {
		if (this.wait.isPointless(this.entry)) {
			return drop();
		}
		if (!STAGE.compareAndSet(this, READY, RUNNING)) {
			return false;
		}
		try {
			this.wait.started();
			if (inlineReason != null) {
				this.listener.inlined(inlineReason);
			}
			measure();
			noteCancellation();
			end();
			return true;
		}
		catch (Throwable ex) {
			// No calls before this: there may be no stack left for them
			this.broken = ex;
			endIfBroken();
			return true;
		}
	}

	/**
	 * Ends the task if an error kept whoever ran it from doing so: the stack or the
	 * memory was exhausted amid the code around the call. Who waits for it calls this
	 * again, with more of the stack left.
	 */
	final void endIfBroken() {
		Throwable broken = this.broken;
		if (broken != null) {
			if (!isDone()) {
				setException(broken);
			}
			noteCancellation();
			end();
			this.broken = null;
		}
	}

	private void measure() {
		Grain grain = this.start.method().grain();
		Recursion measured = (grain != null) ? Recursion.enter(grain) : null;
		long processor = (grain != null && grain.measuresProcessor()) ? ProcessorTime.now() : -1;
		long started = System.nanoTime();
		this.startedAt = started;
		this.scope.runAsTask(this);
		long nanos = System.nanoTime() - started;
		if (grain != null && measured != null && !measured.leave()) {
			grain.ran(nanos, (processor >= 0) ? ProcessorTime.now() - processor : -1);
		}
		noteCancellation();
		this.listener.executed(started - this.start.readyAt(), nanos, this.failure);
	}

	/**
	 * Does the work, once the task has been claimed.
	 */
	final void perform() {
		super.run();
	}

	/**
	 * Sees to it that the task never runs, if it has not started.
	 */
	final boolean drop() {
		if (!moveFromUnstarted(DROPPED)) {
			return false;
		}
		super.cancel(false);
		this.run.forget();
		this.wait.ended(this);
		ReleaseLoop.release(this);
		return true;
	}

	/**
	 * Fails the task since its scope's owner has waited for it too long: interrupts it if
	 * it runs, else it never runs.
	 * @param limit how long the owner waited
	 * @param caller the method that waited
	 * @return whether the task has ended by that
	 */
	final boolean giveUp(Duration limit, String caller) {
		String message = this.run.waitedTooLong(limit, caller);
		if (moveFromUnstarted(RUNNING)) {
			this.run.forget();
			setException(new TaskTimeoutException(message, null));
			end();
			return true;
		}
		this.run.expire(message);
		return false;
	}

	final void interrupt() {
		this.run.interrupt();
	}

	/**
	 * Lets the task run, unless it has been dropped.
	 */
	final boolean becomesReady() {
		return STAGE.compareAndSet(this, WAITING, READY);
	}

	private boolean moveFromUnstarted(int to) {
		boolean moved = STAGE.compareAndSet(this, WAITING, to) || STAGE.compareAndSet(this, READY, to);
		if (moved) {
			this.wait.started();
		}
		return moved;
	}

	@Override
	protected void set(T value) {
		this.value = value;
		super.set(value);
	}

	@Override
	protected void setException(Throwable thrown) {
		this.failure = thrown;
		// Before others can go on because of the result
		this.wait.failed(this.entry);
		super.setException(thrown);
	}

	private void noteCancellation() {
		if (this.failure == null && isCancelled()) {
			this.failure = new CancellationException(cancellation());
		}
	}

	private void end() {
		if (this.failure != null) {
			this.wait.failed(this.entry);
		}
		this.stage = ENDED;
		this.wait.ended(this);
		ReleaseLoop.release(this);
	}

	/**
	 * Says why the task was cancelled.
	 */
	String cancellation() {
		return "The task was cancelled: through its cancel method, or because its executor was shut down before it ran";
	}

	final TaskEntry entry() {
		return this.entry;
	}

	final TaskStart start() {
		return this.start;
	}

	final Dependents dependents() {
		return this.dependents;
	}

	final TaskListener listener() {
		return this.listener;
	}

	final boolean isUnstarted() {
		return this.stage == READY;
	}

	final boolean isEnded() {
		return this.stage >= ENDED;
	}

	final boolean isDropped() {
		return this.stage == DROPPED;
	}

	final boolean succeeded() {
		return this.stage == ENDED && this.failure == null;
	}

	/**
	 * Whether the task runs and is expected to end within some time.
	 */
	final boolean endsWithin(long nanos, long now) {
		int expected = expected();
		return expected > 0 && this.stage == RUNNING && expected - (now - this.startedAt) < nanos;
	}

	/**
	 * Returns how long the task is expected to run, 0 if that is not known.
	 */
	final int expected() {
		Grain grain = this.start.method().grain();
		return (grain != null) ? grain.expected() : 0;
	}

	/**
	 * Whether the task has failed; known a little before its end is.
	 */
	final boolean hasFailed() {
		return this.failure != null;
	}

	/**
	 * Returns what the task threw, {@code null} as long as it is not known to have
	 * failed.
	 */
	final @Nullable Throwable failure() {
		return (this.stage == ENDED) ? this.failure : null;
	}

	/**
	 * Returns what awaiting the task throws after its scope has settled.
	 */
	final Throwable lateFailure() {
		Throwable failure = failure();
		return (failure != null) ? failure
				: new CancellationException("The task was not run, since a call before it failed");
	}

	/**
	 * Returns the result of a task that succeeded.
	 */
	@SuppressWarnings("NullAway") // null is a T, if that is what the work returned
	final T value() {
		return this.value;
	}

	/**
	 * Says how far the task has come.
	 */
	final String progress() {
		return switch (this.stage) {
			case WAITING -> "waits for calls before it";
			case READY -> "not started";
			case RUNNING -> "running";
			case ENDED -> (this.failure != null) ? "failed" : "returned";
			default -> "not run, since a call before it failed";
		};
	}

	int siteIndex() {
		return Failure.NO_SITE;
	}

	/**
	 * Says where the task comes from, for the stack of whoever waits for it.
	 */
	String origin() {
		return "forked by hand";
	}

}
