package io.deco.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.deco.runtime.TaskTimeoutException;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A submitted call of a method that returns a future, and the future that its caller gets
 * at once. It ends as the method's own future does, without holding a thread meanwhile.
 * <p>
 * Cancelling it, or its timeout, interrupts the method only while it runs, and cancels
 * the method's own future afterwards: both are decided under one lock, so that an
 * interrupt never reaches the next task of the thread.
 */
final class FutureCall extends CompletableFuture<@Nullable Object> implements Decorated {

	private static final Log logger = LogFactory.getLog(FutureCall.class);

	private final MethodInvocation invocation;

	private final PooledMethod method;

	private final long submitted = System.nanoTime();

	private final Runnable decorated;

	private boolean started;

	private @Nullable Thread runner;

	private boolean interrupted;

	private @Nullable Future<?> own;

	FutureCall(MethodInvocation invocation, PooledMethod method) {
		this.invocation = invocation;
		this.method = method;
		this.decorated = method.propagate(this::make);
	}

	/**
	 * Makes the call, with its context around it. What that throws is the call's failure
	 * if it has kept the call from being made.
	 */
	@Override
	public void run() {
		try {
			this.decorated.run();
		}
		catch (Throwable ex) {
			if (withdraw()) {
				completeExceptionally(ex);
			}
			else {
				logger.error("The context of %s failed after the call".formatted(name()), ex);
			}
		}
	}

	private void make() {
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

	/**
	 * Sees to it that the call is never made, if it has not been started.
	 */
	synchronized boolean withdraw() {
		boolean withdrawn = !this.started;
		this.started = true;
		return withdrawn;
	}

	private synchronized boolean start() {
		if (isDone() || !withdraw()) {
			return false;
		}
		this.runner = Thread.currentThread();
		Duration timeout = this.method.timeout();
		if (timeout != null) {
			CompletableFuture<@Nullable Void> timer = new CompletableFuture<@Nullable Void>().completeOnTimeout(null,
					TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
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
		String message = "The call of %s was given up: it took longer than its timeout of %s ms.".formatted(name(),
				TimeUnit.MILLISECONDS.convert(timeout));
		if (completeExceptionally(new TaskTimeoutException(message, null))) {
			stop(true);
		}
	}

	/**
	 * Fails the call, which will not be made.
	 */
	void poolWasShutDown() {
		completeExceptionally(
				new CancellationException("%s was cancelled: its pool was shut down before it ran".formatted(name())));
	}

	private String name() {
		return this.method.declaration().qualifiedName();
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
