package io.deco.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.infra.Blackhole;

/**
 * What one call does.
 */
public enum Load {

	/** Keeps a processor busy for about a microsecond. */
	CPU_1_US(1),

	/** Keeps a processor busy for about ten microseconds. */
	CPU_10_US(10),

	/** Keeps a processor busy for about a hundred microseconds. */
	CPU_100_US(100),

	/** Keeps a processor busy for about a millisecond. */
	CPU_1_MS(1000),

	/** Waits for ten milliseconds, as for an answer from elsewhere. */
	SLEEP_10_MS(0);

	private final long cpuMicros;

	Load(long cpuMicros) {
		this.cpuMicros = cpuMicros;
	}

	/**
	 * Does the work.
	 * @param seed a number
	 * @return the number
	 */
	long run(long seed) {
		if (this.cpuMicros > 0) {
			Blackhole.consumeCPU(this.cpuMicros * Calibration.TOKENS_PER_MICROSECOND);
			return seed;
		}
		try {
			TimeUnit.MILLISECONDS.sleep(10);
			return seed;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while it slept", ex);
		}
	}

	/**
	 * A fixed amount of work, not a fixed time: a clock would also run while another
	 * thread has the processor.
	 */
	private static final class Calibration {

		private static final long TOKENS = 10_000_000;

		static final long TOKENS_PER_MICROSECOND = tokensPerMicrosecond();

		private static long tokensPerMicrosecond() {
			long best = Long.MAX_VALUE;
			for (int run = 0; run < 5; run++) {
				long start = System.nanoTime();
				Blackhole.consumeCPU(TOKENS);
				best = Math.min(best, System.nanoTime() - start);
			}
			return Math.max(1, TOKENS * 1000 / best);
		}

	}

}
