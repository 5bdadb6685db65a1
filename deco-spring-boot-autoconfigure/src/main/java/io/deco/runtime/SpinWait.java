package io.deco.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits for a task without giving the processor away, if that is shorter than to be woken
 * again: the task runs, is expected to end soon, there is another processor for it, and
 * nobody else waits in this way.
 */
final class SpinWait {

	/**
	 * No wait is longer than this.
	 */
	private static final int LONGEST = 80_000;

	/**
	 * The part of a task's time for which it is waited in this way, if that is longer
	 * than to wake a thread. A thread that is woken for the other half of some work comes
	 * that much later.
	 */
	private static final int PART = 12;

	private static final boolean MULTIPROCESSOR = Runtime.getRuntime().availableProcessors() > 1;

	private static final AtomicBoolean SPINNING = new AtomicBoolean();

	private SpinWait() {
	}

	/**
	 * Waits for a while, if that is worth it.
	 * @return whether the task has ended
	 */
	static boolean await(Task<?> task, long now) {
		int limit = Math.max(AdaptiveGrain.HAND_OFF, Math.min(LONGEST, task.expected() / PART));
		if (!MULTIPROCESSOR || !task.endsWithin(limit, now) || !SPINNING.compareAndSet(false, true)) {
			return false;
		}
		try {
			while (!task.isEnded() && System.nanoTime() - now < limit) {
				Thread.onSpinWait();
			}
			return task.isEnded();
		}
		finally {
			SPINNING.set(false);
		}
	}

}
