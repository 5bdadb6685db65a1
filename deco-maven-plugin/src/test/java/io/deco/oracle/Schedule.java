package io.deco.oracle;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * How the tasks of a woven run are executed.
 *
 * @param name what tests call it
 * @param threads how many tasks are sure to run at the same time, for
 * {@link io.deco.oracle.api.Case#together}
 * @param runsAll whether each task is run at some time even if nobody waits for it
 * @param registers whether services are concurrent beans at all
 * @param backend makes the executor of one run
 */
public record Schedule(String name, int threads, boolean runsAll, boolean registers, Backend.Factory backend) {

	/**
	 * All schedules that each case is run under.
	 */
	static List<Schedule> all() {
		return List.of(pool(1), pool(2), pool(8), of("at once in the caller", true, Runnable::run),
				of("never, so claimed", false, (task) -> {
				}), of("rejected", true, Schedule::reject),
				new Schedule("last first", 1, false, true, () -> new Adversary(Adversary.Order.LAST_FIRST, 1, 0)),
				seed(1, 1), seed(2, 2), seed(3, 2), seed(4, 3), grain(1, 1), grain(2, 2), grain(3, 3),
				new Schedule("not intercepted", 1, true, false, () -> Backend.of((task) -> {
					throw new AssertionError("A call of an object that is no bean was intercepted");
				})));
	}

	/**
	 * Finds a schedule.
	 * @param name its name, such as {@code pool of 4}, {@code seed 7} or {@code grain 7}
	 * @return the schedule
	 */
	public static Schedule named(String name) {
		int number = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
		if (name.startsWith("grain ")) {
			return grain(number, 3);
		}
		return name.startsWith("pool of ") ? pool(number) : seed(number, 3);
	}

	public static Schedule pool(int threads) {
		return new Schedule("pool of " + threads, threads, true, true, () -> Backend.pool(threads));
	}

	public static Schedule seed(long seed, int threads) {
		return new Schedule("seed " + seed, 1, false, true, () -> new Adversary(Adversary.Order.ANY, threads, seed));
	}

	/**
	 * An adversary that also decides which calls are worth a task.
	 */
	public static Schedule grain(long seed, int threads) {
		return new Schedule("grain " + seed, 1, false, true,
				() -> new Adversary(Adversary.Order.ANY, threads, seed, new RandomGrain(seed)));
	}

	private static Schedule of(String name, boolean runsAll, Executor executor) {
		return new Schedule(name, 1, runsAll, true, () -> Backend.of(executor));
	}

	private static void reject(Runnable task) {
		throw new RejectedExecutionException("no room for " + task);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
