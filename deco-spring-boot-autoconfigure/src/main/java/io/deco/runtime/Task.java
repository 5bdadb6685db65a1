package io.deco.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
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

	private final TaskScope scope;

	private final TaskListener listener;

	private final TaskRun<T> run;

	private final TaskStart start;

	private final TaskEntry entry = new TaskEntry(this);

	private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

	private final Dependents dependents = new Dependents();

	private @Nullable T value;

	private volatile @Nullable Throwable failure;

	private volatile @Nullable Throwable broken;

	Task(TaskScope scope, ConcurrentMethod method, Work<T> work, Supplier<String> name) {
		this(scope, method, new TaskRun<>(work, name, method.timeout()));
	}

	private Task(TaskScope scope, ConcurrentMethod method, TaskRun<T> run) {
		super(run);
		this.scope = scope;
		this.start = new TaskStart(this, scope, method);
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
		if (moveFromUnstarted(Stage.RUNNING)) {
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
		if (!this.stage.compareAndSet(Stage.READY, Stage.RUNNING)) {
			return false;
		}
		try {
			if (inlineReason != null) {
				this.listener.inlined(inlineReason);
			}
			long started = System.nanoTime();
			this.scope.runAsTask(super::run);
			noteCancellation();
			this.listener.executed(started - this.start.readyAt(), System.nanoTime() - started, this.failure);
			end();
			return true;
		}
		catch (Throwable ex) {
			// No calls here: there may be no stack left for them
			this.broken = ex;
			throw ex;
		}
	}

	/**
	 * Ends the task if an error kept whoever ran it from doing so: the stack or the
	 * memory was exhausted amid the code around the call.
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

	/**
	 * Sees to it that the task never runs, if it has not started.
	 */
	final boolean drop() {
		if (!moveFromUnstarted(Stage.DROPPED)) {
			return false;
		}
		super.cancel(false);
		this.run.forget();
		this.scope.ownerWait().wake();
		ReleaseLoop.release(this);
		return true;
	}

	final void interrupt() {
		this.run.interrupt();
	}

	/**
	 * Lets the task run, unless it has been dropped.
	 */
	final boolean becomesReady() {
		return this.stage.compareAndSet(Stage.WAITING, Stage.READY);
	}

	private boolean moveFromUnstarted(Stage to) {
		return this.stage.compareAndSet(Stage.WAITING, to) || this.stage.compareAndSet(Stage.READY, to);
	}

	@Override
	protected void set(T value) {
		this.value = value;
		super.set(value);
	}

	@Override
	protected void setException(Throwable thrown) {
		this.failure = thrown;
		super.setException(thrown);
	}

	private void noteCancellation() {
		if (isCancelled()) {
			this.failure = new CancellationException(cancellation());
		}
	}

	private void end() {
		if (this.failure != null) {
			this.scope.ownerWait().failed();
		}
		this.stage.set(Stage.ENDED);
		this.scope.ownerWait().wake();
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
		return this.stage.get() == Stage.READY;
	}

	final boolean isEnded() {
		Stage stage = this.stage.get();
		return stage == Stage.ENDED || stage == Stage.DROPPED;
	}

	final boolean succeeded() {
		return this.stage.get() == Stage.ENDED && this.failure == null;
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
		return (this.stage.get() == Stage.ENDED) ? this.failure : null;
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

	int siteIndex() {
		return Failure.NO_SITE;
	}

	/**
	 * Says where the task comes from, for the stack of whoever waits for it.
	 */
	String origin() {
		return "forked by hand";
	}

	private enum Stage {

		WAITING, READY, RUNNING, ENDED, DROPPED

	}

}
