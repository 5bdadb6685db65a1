package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

import io.deco.Synchronized;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * Makes some calls and adds up their results, in each way that a user might write it.
 * Each has a pool of its own, all of one size.
 */
@Service
public class FanOut {

	private final Work work;

	private final AsyncWork asyncWork;

	private final AsyncTaskExecutor executor;

	private final ForkJoinPool forkJoinPool;

	FanOut(Work work, AsyncWork asyncWork, @Qualifier("plainPool") ThreadPoolTaskExecutor executor) {
		this.work = work;
		this.asyncWork = asyncWork;
		this.executor = executor;
		this.forkJoinPool = new ForkJoinPool(executor.getCorePoolSize());
	}

	long sequential(Load load, int calls) {
		Slot[] slots = Slot.of(calls);
		for (Slot slot : slots) {
			slot.value = load.run(slot.seed);
		}
		return Slot.sum(slots);
	}

	@Synchronized
	long deco(Load load, int calls) {
		Slot[] slots = Slot.of(calls);
		for (Slot slot : slots) {
			slot.value = this.work.run(load, slot.seed);
		}
		return Slot.sum(slots);
	}

	@Synchronized
	long decoVirtual(Load load, int calls) {
		Slot[] slots = Slot.of(calls);
		for (Slot slot : slots) {
			slot.value = this.work.runVirtual(load, slot.seed);
		}
		return Slot.sum(slots);
	}

	long completableFuture(Load load, int calls) {
		List<CompletableFuture<Long>> results = new ArrayList<>(calls);
		for (Slot slot : Slot.of(calls)) {
			results.add(CompletableFuture.supplyAsync(() -> load.run(slot.seed), this.executor));
		}
		return results.stream().mapToLong(CompletableFuture::join).sum();
	}

	long executorService(Load load, int calls) throws ExecutionException, InterruptedException {
		List<Future<Long>> results = new ArrayList<>(calls);
		for (Slot slot : Slot.of(calls)) {
			results.add(this.executor.submit(() -> load.run(slot.seed)));
		}
		long sum = 0;
		for (Future<Long> result : results) {
			sum += result.get();
		}
		return sum;
	}

	long async(Load load, int calls) {
		List<CompletableFuture<Long>> results = new ArrayList<>(calls);
		for (Slot slot : Slot.of(calls)) {
			results.add(this.asyncWork.run(load, slot.seed));
		}
		return results.stream().mapToLong(CompletableFuture::join).sum();
	}

	long forkJoinPool(Load load, int calls) {
		return ForkJoinFanOut.run(this.forkJoinPool, load, calls);
	}

	@PreDestroy
	void close() {
		this.forkJoinPool.shutdownNow();
	}

}
