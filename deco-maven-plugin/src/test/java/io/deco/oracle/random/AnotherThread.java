package io.deco.oracle.random;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.deco.oracle.Backend;

/**
 * Runs each task at once, but not on the thread that starts it.
 */
final class AnotherThread implements Backend {

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

	@Override
	public void execute(Runnable task) {
		if (this.within.get()) {
			task.run();
			return;
		}
		CountDownLatch done = new CountDownLatch(1);
		this.thread.execute(() -> {
			this.within.set(true);
			try {
				task.run();
			}
			finally {
				done.countDown();
			}
		});
		try {
			done.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		Backend.stop(this.thread);
	}

}
