package io.deco.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.deco.Concurrent;

/**
 * A concurrent bean whose methods tell in which thread they run.
 */
class Quotes {

	@Concurrent
	public String quote() {
		return Thread.currentThread().getName();
	}

	@Concurrent
	public CompletableFuture<String> later() {
		return CompletableFuture.completedFuture(Thread.currentThread().getName());
	}

	@Concurrent
	public Future<String> plainFuture() {
		return later();
	}

	public String plain() {
		return Thread.currentThread().getName();
	}

}
