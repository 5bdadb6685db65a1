package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives tests pools, and sees to it that their threads end.
 */
final class Pools implements AfterEachCallback {

	private final List<ExecutorService> open = new ArrayList<>();

	ExecutorService pool(int threads) {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		this.open.add(pool);
		return pool;
	}

	@Override
	public void afterEach(ExtensionContext context) throws InterruptedException {
		for (ExecutorService pool : this.open) {
			pool.shutdownNow();
			assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
	}

}
