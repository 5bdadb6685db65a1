package io.deco.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits for a task without giving the processor away, if that is shorter than to be woken
 * again: the task runs, is expected to end soon, there is another processor for it, and
 * nobody else waits in this way.
 */
final class SpinWait {

	private static final boolean MULTIPROCESSOR = Runtime.getRuntime().availableProcessors() > 1;

	private static final AtomicBoolean SPINNING = new AtomicBoolean();

	private SpinWait() {
	}

	/**
	 * Waits for a while, if that is worth it.
	 * @return whether the task has ended
	 */
	static boolean await(Task<?> task, long now) {
		if (!MULTIPROCESSOR || !task.endsWithin(AdaptiveGrain.HAND_OFF, now) || !SPINNING.compareAndSet(false, true)) {
			return false;
		}
		try {
			while (!task.isEnded() && System.nanoTime() - now < AdaptiveGrain.HAND_OFF) {
				Thread.onSpinWait();
			}
			return task.isEnded();
		}
		finally {
			SPINNING.set(false);
		}
	}

}
