package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/**
 * The calls as tasks of a {@link ForkJoinPool}, forked by one of its own.
 */
final class ForkJoinFanOut extends RecursiveTask<Long> {

	private static final long serialVersionUID = 1;

	private final Load load;

	private final int calls;

	private ForkJoinFanOut(Load load, int calls) {
		this.load = load;
		this.calls = calls;
	}

	static long run(ForkJoinPool pool, Load load, int calls) {
		return pool.invoke(new ForkJoinFanOut(load, calls));
	}

	@Override
	protected Long compute() {
		List<Call> tasks = new ArrayList<>(this.calls);
		for (Slot slot : Slot.of(this.calls)) {
			tasks.add(new Call(this.load, slot.seed));
		}
		return ForkJoinTask.invokeAll(tasks).stream().mapToLong(ForkJoinTask::join).sum();
	}

	private static final class Call extends RecursiveTask<Long> {

		private static final long serialVersionUID = 1;

		private final Load load;

		private final long seed;

		Call(Load load, long seed) {
			this.load = load;
			this.seed = seed;
		}

		@Override
		protected Long compute() {
			return this.load.run(this.seed);
		}

	}

}
