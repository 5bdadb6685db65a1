package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deco.oracle.Form;

/**
 * Tries random programs one batch after the other.
 */
final class Search {

	/** Programs in one compilation. */
	static final int BATCH = 150;

	private final Grammar grammar = new Grammar();

	private final Coverage coverage;

	private int tried;

	private int broken;

	Search(Coverage coverage) {
		this.coverage = coverage;
	}

	Grammar grammar() {
		return this.grammar;
	}

	int tried() {
		return this.tried;
	}

	/**
	 * How many programs did not compile.
	 */
	int broken() {
		return this.broken;
	}

	/**
	 * Tries the programs of a range of seeds.
	 * @param divergences is given those that diverge
	 */
	void run(long firstSeed, int count, Consumer<Divergence> divergences) {
		long end = firstSeed + count;
		for (long seed = firstSeed; seed < end;) {
			// the form of a program does not depend on where the range starts
			long next = Math.min(end, seed + untilEndOfBatch(seed));
			batch(seed, next, divergences);
			seed = next;
		}
	}

	static int untilEndOfBatch(long seed) {
		return BATCH - (int) Math.floorMod(seed, (long) BATCH);
	}

	static Form form(long seed) {
		return switch ((int) Math.floorMod(Math.floorDiv(seed, BATCH), 5L)) {
			case 1 -> Form.STRIPPED;
			case 3 -> Form.ECJ;
			default -> Form.JAVAC;
		};
	}

	private void batch(long from, long to, Consumer<Divergence> divergences) {
		List<RandomProgram> programs = new ArrayList<>();
		for (long seed = from; seed < to; seed++) {
			programs.add(ProgramWriter.write(this.grammar, seed));
		}
		Bench bench = new Bench(form(from), this.coverage);
		bench.divergences(programs).forEach(divergences);
		this.tried += bench.tried();
		this.broken += programs.size() - bench.tried();
		bench.errors().forEach((error) -> this.coverage.count("does not compile", error));
	}

}
