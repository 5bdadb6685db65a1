package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random programs do woven what they do plain. The system property
 * {@code oracle.programs} says how many, and {@code oracle.seed} repeats a run: the
 * program of a seed does not depend on the others.
 */
class RandomProgramTests {

	private static final int PROGRAMS = Integer.getInteger("oracle.programs", 3000);

	/** Other programs in each build, in whole batches. */
	private static final long SEED = Long.getLong("oracle.seed",
			System.currentTimeMillis() / Search.BATCH * Search.BATCH);

	/** With fewer programs, chance may leave out a form. */
	private static final int ENOUGH = 3000;

	@Test
	void wovenProgramsDoWhatPlainOnesDo() {
		System.out.printf("-Doracle.programs=%d -Doracle.seed=%d repeats this run of random programs%n", PROGRAMS,
				SEED);
		Coverage coverage = new Coverage();
		List<Divergence> divergences = new ArrayList<>();
		try (Search search = new Search(coverage, () -> {
		})) {
			search.run(SEED, PROGRAMS, divergences::add);
			System.out.println(coverage);
			assertThat(divergences).as(() -> describe(search, divergences)).isEmpty();
			assertThat(search.broken()).as("programs that do not compile, seed %d", SEED)
				.isLessThanOrEqualTo(PROGRAMS / 25);
			if (PROGRAMS >= ENOUGH) {
				assertThat(coverage.missing(search.grammar())).as("what no program did, seed %d", SEED).isEmpty();
			}
		}
	}

	@Test
	void aSeedMakesTheSameProgramEachTime() {
		Grammar grammar = new Grammar();
		assertThat(ProgramWriter.write(grammar, SEED).source("P"))
			.isEqualTo(ProgramWriter.write(new Grammar(), SEED).source("P"));
		assertThat(ProgramWriter.write(grammar, SEED).source("P"))
			.isNotEqualTo(ProgramWriter.write(grammar, SEED + 1).source("P"));
	}

	private static String describe(Search search, List<Divergence> divergences) {
		if (divergences.isEmpty()) {
			return "";
		}
		StringBuilder text = new StringBuilder();
		text.append(divergences.size())
			.append(" of ")
			.append(PROGRAMS)
			.append(" programs of seed ")
			.append(SEED)
			.append(" diverge:\n");
		divergences.forEach((divergence) -> text.append(divergence.headline()).append('\n'));
		return text.append(Shrinker.shrink(search.grammar(), divergences.get(0))).toString();
	}

}
