package io.deco.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.deco.runtime.TaskTimeoutException;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * A submitted call of a method that returns a future, and the future that its caller gets
 * at once. It ends as the method's own future does, without holding a thread meanwhile.
 * <p>
 * Cancelling it, or its timeout, interrupts the method only while it runs, and cancels
 * the method's own future afterwards: both are decided under one lock, so that an
 * interrupt never reaches the next task of the thread.
 */
final class FutureCall extends CompletableFuture<@Nullable Object> {

	private final MethodInvocation invocation;

	private final PooledMethod method;

	private final long submitted = System.nanoTime();

	private @Nullable Thread runner;

	private boolean interrupted;

	private @Nullable Future<?> own;

	FutureCall(MethodInvocation invocation, PooledMethod method) {
		this.invocation = invocation;
		this.method = method;
	}

	void run() {
		if (!start()) {
			return;
		}
		long started = System.nanoTime();
		Throwable failure = null;
		try {
			follow(this.invocation.proceed());
		}
		catch (Throwable ex) {
			failure = (ex instanceof ExecutionException && ex.getCause() != null) ? ex.getCause() : ex;
			completeExceptionally(failure);
		}
		finally {
			end();
		}
		this.method.listener().executed(started - this.submitted, System.nanoTime() - started, failure);
	}

	private synchronized boolean start() {
		if (isDone()) {
			return false;
		}
		this.runner = Thread.currentThread();
		Duration timeout = this.method.timeout();
		if (timeout != null) {
			CompletableFuture<@Nullable Void> timer = new CompletableFuture<@Nullable Void>().completeOnTimeout(null,
					timeout.toNanos(), TimeUnit.NANOSECONDS);
			var unusedExpiry = timer.thenRunAsync(() -> expire(timeout));
			var unusedEnd = whenComplete((value, failure) -> timer.cancel(false));
		}
		return true;
	}

	private synchronized void end() {
		this.runner = null;
		if (this.interrupted) {
			Thread.interrupted();
		}
	}

	private void follow(@Nullable Object result) throws Exception {
		if (result instanceof Future<?> future) {
			keep(future);
		}
		if (result instanceof CompletionStage<?> stage) {
			var unused = stage.whenComplete(this::complete);
		}
		else if (result instanceof Future<?> future) {
			complete(future.get());
		}
		else {
			complete(null);
		}
	}

	private synchronized void keep(Future<?> future) {
		if (isDone()) {
			future.cancel(true);
		}
		this.own = future;
	}

	private void complete(@Nullable Object value, @Nullable Throwable failure) {
		if (failure == null) {
			complete(value);
		}
		else {
			completeExceptionally((failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure);
		}
	}

	private void expire(Duration timeout) {
		String message = "The call of %s was given up: it took longer than its timeout of %s ms."
			.formatted(this.method.declaration().qualifiedName(), timeout.toMillis());
		if (completeExceptionally(new TaskTimeoutException(message, null))) {
			stop(true);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		if (cancelled) {
			stop(mayInterruptIfRunning);
		}
		return cancelled;
	}

	private synchronized void stop(boolean interrupt) {
		if (this.own != null) {
			this.own.cancel(interrupt);
		}
		if (this.runner != null && interrupt) {
			this.interrupted = true;
			this.runner.interrupt();
		}
	}

}
