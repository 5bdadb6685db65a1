package io.deco.autoconfigure;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import io.deco.Concurrent;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent bean whose methods do what they are told.
 */
class Calls {

	@Concurrent
	public @Nullable Object call(Callable<?> body) throws Exception {
		return body.call();
	}

	@Concurrent(timeout = "20ms")
	public @Nullable Object limited(Callable<?> body) throws Exception {
		return body.call();
	}

	@Concurrent
	public CompletableFuture<@Nullable Object> later(Callable<?> body) throws Exception {
		return CompletableFuture.completedFuture(body.call());
	}

	@Concurrent(timeout = "106751991167300d")
	public CompletableFuture<@Nullable Object> patiently(Callable<?> body) throws Exception {
		return CompletableFuture.completedFuture(body.call());
	}

	/**
	 * Forks a call.
	 */
	static @Nullable Object fork(WovenCaller caller, Calls calls, Callable<?> body) {
		return caller.fork(calls, Calls.class, "call", body);
	}

	/**
	 * Forks a call that must not take long.
	 */
	static @Nullable Object forkLimited(WovenCaller caller, Calls calls, Callable<?> body) {
		return caller.fork(calls, Calls.class, "limited", body);
	}

	/**
	 * Returns where it runs.
	 */
	static String thread() {
		return Thread.currentThread().getName();
	}

}
