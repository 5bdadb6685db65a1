package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;

import io.deco.oracle.Backend;
import io.deco.oracle.Schedule;

/**
 * How the tasks of one run are executed, chosen by a seed.
 *
 * @param kind what the count of schedules calls it
 * @param seed what it was chosen by
 * @param backend makes the executor
 * @param registers whether services are concurrent beans at all
 */
record Plot(String kind, long seed, Backend.Factory backend, boolean registers) {

	/**
	 * The plots against one input of a program: few, so that there are many programs.
	 */
	static List<Plot> against(RandomProgram program, int input) {
		Random random = new Random(program.seed() * 31 + input);
		List<Plot> plots = new ArrayList<>();
		plots.add(tides(random.nextLong()));
		plots.add((input == 0) ? claims() : tides(random.nextLong()));
		if (input > 0) {
			plots.add(other(random));
		}
		return plots;
	}

	private static Plot tides(long seed) {
		return new Plot("tides", seed, () -> new Tides(seed), true);
	}

	private static Plot claims() {
		return new Plot("never, so claimed", 0, () -> Backend.of((task) -> {
		}), true);
	}

	private static Plot other(Random random) {
		int threads = 1 + random.nextInt(8);
		long seed = random.nextLong();
		return switch (random.nextInt(12)) {
			case 0, 1 -> new Plot("at once in the caller", 0, () -> Backend.of(Runnable::run), true);
			case 2, 3, 4 -> new Plot("at once on another thread", 0, AnotherThread::new, true);
			case 5 -> new Plot("rejected", 0, () -> Backend.of((task) -> {
				throw new RejectedExecutionException("no room for " + task);
			}), true);
			case 6 -> new Plot("not intercepted", 0, () -> Backend.of((task) -> {
				throw new AssertionError("A call of an object that is no bean was intercepted");
			}), false);
			case 7 -> new Plot("any order", seed, Schedule.seed(seed, 1 + (threads & 3)).backend(), true);
			case 8 -> new Plot("any order and grain", seed, Schedule.grain(seed, 1 + (threads & 3)).backend(), true);
			default -> new Plot("pool of " + threads, 0, Schedule.pool(threads).backend(), true);
		};
	}

	@Override
	public String toString() {
		return this.kind + ((this.seed != 0) ? ", seed " + this.seed : "");
	}

}
