package io.deco.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Many threads that do the same at once, as those of a server do.
 *
 * @param threads how many
 * @param duration for how long
 */
record Callers(int threads, Duration duration) {

	/**
	 * Lets them run.
	 * @return how many runs a second there were, and the 99th percentile of their times
	 * in microseconds
	 */
	Met run(Peer peer) throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(this.threads);
		try {
			long start = System.nanoTime();
			Callable<long[]> caller = () -> times(peer, start + this.duration.toNanos());
			List<long[]> times = new ArrayList<>();
			for (Future<long[]> each : callers.invokeAll(Collections.nCopies(this.threads, caller))) {
				times.add(each.get());
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
			return new Met(sorted.length / seconds, sorted[(int) (sorted.length * 0.99)] / 1000.0);
		}
		finally {
			callers.shutdownNow();
		}
	}

	private static long[] times(Peer peer, long end) throws Exception {
		LongStream.Builder times = LongStream.builder();
		long sum = 0;
		long now;
		do {
			long start = System.nanoTime();
			sum += peer.work().run();
			now = System.nanoTime();
			times.add(now - start);
		}
		while (now < end);
		Rounds.consume(sum);
		return times.build().toArray();
	}

	/**
	 * What the callers met.
	 *
	 * @param throughput runs a second
	 * @param p99 the 99th percentile of their times in microseconds
	 */
	record Met(double throughput, double p99) {

	}

}
