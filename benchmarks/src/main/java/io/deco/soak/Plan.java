package io.deco.soak;

/**
 * What becomes of each request and of each of its tasks: chosen by their numbers alone,
 * so that the sequential twin meets the same.
 */
public final class Plan {

	private static final int FAILING_PERCENT = 5;

	private Plan() {
	}

	/**
	 * Whether a task fails.
	 * @param request the number of the request
	 * @param task the number of the task in it
	 * @return whether it throws {@link TaskFailure}
	 */
	public static boolean fails(long request, int task) {
		return percent(request, task) < FAILING_PERCENT;
	}

	/**
	 * Whether a task never ends until it is interrupted.
	 * @param request the number of the request
	 * @param task the number of the task in it
	 * @return whether it hangs
	 */
	public static boolean hangs(long request, int task) {
		return percent(request, ~task) < 1;
	}

	/**
	 * Returns the result of a task.
	 * @param request the number of the request
	 * @param task the number of the task in it
	 * @return a number
	 */
	public static long value(long request, int task) {
		return mix(request, task) >>> 40;
	}

	/**
	 * Whether the thread of a request is interrupted while it is served.
	 */
	static boolean interrupts(long request) {
		return Math.floorMod(mix(request, Integer.MIN_VALUE), 20) == 0;
	}

	static int percent(long request, int task) {
		return (int) Math.floorMod(mix(request, task), 100L);
	}

	/**
	 * The finalizer of D. Lea's and G. Steele's SplitMix.
	 */
	private static long mix(long request, int task) {
		long z = request * 0x9E3779B97F4A7C15L + task;
		z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

}
