package io.deco.oracle;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where calls meet that must overlap.
 */
final class Meeting {

	private final CyclicBarrier barrier;

	Meeting(int calls) {
		this.barrier = new CyclicBarrier(calls);
	}

	/**
	 * Waits for the others.
	 * @return whether they came
	 */
	boolean join() {
		try {
			this.barrier.await(5, TimeUnit.SECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (BrokenBarrierException | TimeoutException ex) {
			return false;
		}
	}

}
