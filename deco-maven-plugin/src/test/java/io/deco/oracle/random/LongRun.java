package io.deco.oracle.random;

import java.util.Map;
import java.util.TreeMap;

/**
 * Tries many programs: {@code java io.deco.oracle.random.LongRun <programs> <seed>}.
 * Three threads share the work.
 */
final class LongRun {

	/** How many divergences of a kind are shrunk. */
	private static final int SHRUNK = Integer.getInteger("oracle.shrunk", 3);

	private final Coverage coverage = new Coverage();

	private final Map<String, Integer> kinds = new TreeMap<>();

	private final long start = System.nanoTime();

	private final Search search = new Search(this.coverage, this::progress);

	private LongRun() {
	}

	/**
	 * Tries programs.
	 * @param arguments how many, and the seed of the first
	 */
	public static void main(String[] arguments) {
		LongRun run = new LongRun();
		try (Search search = run.search) {
			search.run(Long.parseLong(arguments[1]), Integer.parseInt(arguments[0]), run::report);
		}
		System.out.println(run.coverage);
		System.out.println("missing: " + run.coverage.missing(run.search.grammar()));
		System.out.println("divergences: " + run.kinds);
	}

	private void report(Divergence divergence) {
		int alike = this.kinds.merge(divergence.kind(), 1, Integer::sum);
		System.out.println("DIVERGENCE "
				+ ((alike <= SHRUNK) ? Shrinker.shrink(this.search.grammar(), divergence) : divergence.headline()));
	}

	private void progress() {
		System.out.printf("%d programs, %d do not compile, %d diverge, %d s%n", this.search.tried(),
				this.search.broken(), this.kinds.values().stream().mapToInt(Integer::intValue).sum(),
				(System.nanoTime() - this.start) / 1_000_000_000);
	}

}
