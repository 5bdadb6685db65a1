package io.deco.oracle;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.deco.runtime.Grain;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one run, and ends with it.
 */
public interface Backend extends Executor, AutoCloseable {

	/**
	 * Decides whether the next call runs in its caller.
	 */
	default @Nullable String inlineReason() {
		return null;
	}

	/**
	 * Decides which calls are worth a task, {@code null} if all are.
	 */
	default @Nullable Grain grain() {
		return null;
	}

	@Override
	default void close() {
	}

	static Backend of(Executor executor) {
		return executor::execute;
	}

	static Backend pool(int threads) {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		return new Backend() {
			@Override
			public void execute(Runnable task) {
				pool.execute(task);
			}

			@Override
			public void close() {
				stop(pool);
			}
		};
	}

	/**
	 * Ends a pool whose tasks must all have been awaited.
	 */
	static void stop(ExecutorService pool) {
		pool.shutdownNow();
		try {
			if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A task outlived its run");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Makes a backend.
	 */
	interface Factory {

		Backend create();

	}

}
