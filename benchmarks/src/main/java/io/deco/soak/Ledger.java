package io.deco.soak;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How often each task of one request was started, and how many are running.
 */
final class Ledger {

	static final int TASKS = 64;

	private final AtomicIntegerArray starts = new AtomicIntegerArray(TASKS);

	private final AtomicInteger running = new AtomicInteger();

	void started(int task) {
		this.starts.incrementAndGet(task);
		this.running.incrementAndGet();
	}

	void ended() {
		this.running.decrementAndGet();
	}

	int starts(int task) {
		return this.starts.get(task);
	}

	int starts() {
		int sum = 0;
		for (int task = 0; task < TASKS; task++) {
			sum += starts(task);
		}
		return sum;
	}

	boolean isRunning() {
		return this.running.get() != 0;
	}

}
