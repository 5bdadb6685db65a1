package io.deco.oracle.random;

/**
 * Tries many programs: {@code java io.deco.oracle.random.LongRun <programs> <seed>}.
 */
final class LongRun {

	private LongRun() {
	}

	public static void main(String[] arguments) {
		int programs = Integer.parseInt(arguments[0]);
		long seed = Long.parseLong(arguments[1]);
		long start = System.nanoTime();
		Coverage coverage = new Coverage();
		Search search = new Search(coverage);
		int[] divergences = new int[1];
		for (int done = 0; done < programs; done += Search.BATCH) {
			search.run(seed + done, Math.min(Search.BATCH, programs - done), (divergence) -> {
				divergences[0]++;
				System.out.println("DIVERGENCE " + divergence);
			});
			System.out.printf("%d programs, %d do not compile, %d diverge, %d s%n", search.tried(), search.broken(), divergences[0], (System.nanoTime() - start) / 1_000_000_000);
		}
		coverage.counts().forEach((row, count) -> System.out.printf("%9d  %s%n", count, row));
	}

}
