package io.deco.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.sun.management.ThreadMXBean;

/**
 * What a fan-out allocates, in all threads that live through it.
 */
final class Allocation {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Allocation() {
	}

	/**
	 * Measures the bytes allocated for one call.
	 */
	static Samples measure(String row, Peer peer, int runs, int calls) throws Exception {
		Rounds.consume(peer.work().run());
		List<Double> values = new ArrayList<>();
		for (int run = 0; run < runs; run++) {
			long[] threads = THREADS.getAllThreadIds();
			long before = allocated(threads);
			Rounds.consume(peer.work().run());
			values.add((double) (allocated(threads) - before) / calls);
		}
		return new Samples(row, peer.name(), values);
	}

	private static long allocated(long[] threads) {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(threads)).filter((bytes) -> bytes > 0).sum();
	}

}
