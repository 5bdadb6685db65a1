package io.deco.runtime;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * The one run of a call that may overlap others: who runs it, for how long it may, and
 * how to interrupt it. What its thread was about to do for others is hidden from it.
 * <p>
 * An interrupt sent through {@link #interrupt()} reaches the task's work or nothing: it
 * is sent and withdrawn under one lock, so that it can neither come after the end of the
 * work nor be left over for what the thread does next.
 *
 * @param <T> the type of the result
 */
final class TaskRun<T extends @Nullable Object> implements Callable<T> {

	private @Nullable Work<T> work;

	private final Supplier<String> name;

	private final @Nullable Duration limit;

	private @Nullable Thread thread;

	private boolean interrupted;

	private @Nullable String expired;

	private boolean ended;

	TaskRun(Work<T> work, Supplier<String> name, @Nullable Duration limit) {
		this.work = work;
		this.name = name;
		this.limit = limit;
	}

	@Override
	public @Nullable T call() {
		Work<T> work = this.work;
		if (work == null) {
			throw new IllegalStateException("%s was run twice".formatted(this.name.get()));
		}
		forget();
		TaskScope scopes = ScopeChain.suspend();
		Queue<Task<?>> releases = ReleaseLoop.suspend();
		try {
			return perform(work);
		}
		finally {
			ReleaseLoop.resume(releases);
			ScopeChain.resume(scopes);
		}
	}

	private @Nullable T perform(Work<T> work) {
		CompletableFuture<@Nullable Void> timer = start();
		@Nullable T result;
		try {
			result = work.perform();
		}
		catch (Throwable ex) {
			String expired = end(timer);
			if (expired != null) {
				throw new TaskTimeoutException(expired, ex);
			}
			throw Thrown.asIs(ex);
		}
		String expired = end(timer);
		if (expired != null) {
			throw new TaskTimeoutException(expired, null);
		}
		return result;
	}

	/**
	 * Lets go of the work and of the arguments that it holds.
	 */
	void forget() {
		this.work = null;
	}

	/**
	 * Interrupts the work if it is being done.
	 */
	synchronized void interrupt() {
		if (this.thread != null) {
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

	/**
	 * Interrupts the work, or as soon as it is begun, and has its call fail. It is too
	 * late when the work has ended.
	 * @param message says why
	 */
	synchronized void expire(String message) {
		if (!this.ended && this.expired == null) {
			this.expired = message;
			interrupt();
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored") // its action throws nothing
	private @Nullable CompletableFuture<@Nullable Void> start() {
		synchronized (this) {
			this.thread = Thread.currentThread();
			if (this.expired != null) {
				interrupt();
			}
		}
		Duration limit = this.limit;
		if (limit == null) {
			return null;
		}
		CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
		timer.whenComplete((nothing, timeout) -> {
			if (timeout != null) {
				expire("%s did not end within %s".formatted(this.name.get(), limit));
			}
		});
		return timer.orTimeout(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
	}

	private @Nullable String end(@Nullable CompletableFuture<@Nullable Void> timer) {
		String expired;
		synchronized (this) {
			this.thread = null;
			this.ended = true;
			if (this.interrupted) {
				Thread.interrupted();
			}
			expired = this.expired;
		}
		if (timer != null) {
			timer.complete(null);
		}
		return expired;
	}

	/**
	 * Says that somebody waited for the call for too long.
	 */
	String waitedTooLong(Duration limit, String caller) {
		return "%s did not end while %s waited for it for %s (deco.await.timeout)".formatted(this.name.get(),
				caller.isEmpty() ? "its scope" : caller, limit);
	}

}
