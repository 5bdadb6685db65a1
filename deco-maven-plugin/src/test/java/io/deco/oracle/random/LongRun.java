package io.deco.oracle.random;

import java.util.Map;
import java.util.TreeMap;

/**
 * Tries many programs: {@code java io.deco.oracle.random.LongRun <programs> <seed>}.
 */
final class LongRun {

	/** How many divergences of a kind are shrunk. */
	private static final int SHRUNK = Integer.getInteger("oracle.shrunk", 3);

	private LongRun() {
	}

	public static void main(String[] arguments) {
		int programs = Integer.parseInt(arguments[0]);
		long seed = Long.parseLong(arguments[1]);
		long start = System.nanoTime();
		Coverage coverage = new Coverage();
		Search search = new Search(coverage);
		int[] divergences = new int[1];
		Map<String, Integer> kinds = new TreeMap<>();
		for (int done = 0; done < programs;) {
			int count = Math.min(Search.untilEndOfBatch(seed + done), programs - done);
			search.run(seed + done, count, (divergence) -> {
				divergences[0]++;
				int alike = kinds.merge(divergence.kind(), 1, Integer::sum);
				System.out.println("DIVERGENCE "
						+ ((alike <= SHRUNK) ? Shrinker.shrink(search.grammar(), divergence) : divergence.headline()));
			});
			done += count;
			System.out.printf("%d programs, %d do not compile, %d diverge, %d s%n", search.tried(), search.broken(),
					divergences[0], (System.nanoTime() - start) / 1_000_000_000);
		}
		System.out.println(coverage);
		System.out.println("missing: " + coverage.missing(search.grammar()));
	}

}
