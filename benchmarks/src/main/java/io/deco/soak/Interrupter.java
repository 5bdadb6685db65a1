package io.deco.soak;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Interrupts threads at some moment while they serve a request, and never after.
 */
final class Interrupter implements AutoCloseable {

	private static final int LATEST_MICROS = 1500;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	/**
	 * Interrupts the current thread some time before the returned object is closed, or
	 * not at all.
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // its action throws nothing
	Interrupt arm() {
		Interrupt interrupt = new Interrupt(Thread.currentThread());
		this.timer.schedule(interrupt::send, ThreadLocalRandom.current().nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS);
		return interrupt;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/**
	 * One interrupt.
	 */
	static final class Interrupt {

		private @Nullable Thread thread;

		private boolean sent;

		private Interrupt(Thread thread) {
			this.thread = thread;
		}

		private synchronized void send() {
			if (this.thread != null) {
				this.sent = true;
				this.thread.interrupt();
			}
		}

		/**
		 * Sees to it that the interrupt is not sent any more.
		 * @return whether it was sent
		 */
		synchronized boolean withdraw() {
			this.thread = null;
			return this.sent;
		}

	}

}
