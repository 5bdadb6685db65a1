package io.deco.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * A submitted call of a method that returns a future, and the future that its caller gets
 * at once. It ends as the method's own future does, without holding a thread meanwhile.
 */
final class FutureCall extends CompletableFuture<@Nullable Object> {

	private final MethodInvocation invocation;

	private final PooledMethod method;

	private final long submitted = System.nanoTime();

	FutureCall(MethodInvocation invocation, PooledMethod method) {
		this.invocation = invocation;
		this.method = method;
	}

	void run() {
		if (isDone()) {
			return;
		}
		long started = System.nanoTime();
		Throwable failure = null;
		try {
			follow(this.invocation.proceed());
		}
		catch (Throwable ex) {
			failure = (ex instanceof ExecutionException && ex.getCause() != null) ? ex.getCause() : ex;
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			completeExceptionally(failure);
		}
		this.method.listener().executed(started - this.submitted, System.nanoTime() - started, failure);
	}

	private void follow(@Nullable Object result) throws Exception {
		if (result instanceof CompletionStage<?> stage) {
			whenComplete((value, failure) -> cancel(result));
			stage.whenComplete(this::end);
		}
		else if (result instanceof Future<?> future) {
			complete(future.get());
		}
		else {
			complete(null);
		}
	}

	private void cancel(Object result) {
		if (isCancelled() && result instanceof Future<?> future) {
			future.cancel(true);
		}
	}

	private void end(@Nullable Object value, @Nullable Throwable failure) {
		if (failure == null) {
			complete(value);
		}
		else {
			completeExceptionally((failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure);
		}
	}

}
