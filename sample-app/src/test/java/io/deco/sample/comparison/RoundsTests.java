package io.deco.sample.comparison;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RoundsTests {

	@Test
	void runsTheTwinsInTurns() throws Exception {
		List<String> runs = new ArrayList<>();
		Comparison comparison = Rounds.run(job(() -> record(runs, "sequential"), () -> record(runs, "woven")), 1, 2);
		assertThat(runs).containsExactly("sequential", "woven", "woven", "sequential", "sequential", "woven");
		assertThat(comparison.equal()).isTrue();
		assertThat(comparison.result()).isEqualTo("result");
		assertThat(comparison.ratio()).isPositive();
	}

	@Test
	void noticesADifferenceInAnyRound() throws Exception {
		Iterator<String> results = List.of("result", "other", "result").iterator();
		Comparison comparison = Rounds.run(job(() -> "result", results::next), 1, 2);
		assertThat(comparison.equal()).isFalse();
		assertThat(ConsoleTable.of(List.of(comparison), 1, 2)).containsPattern("job .*\\bNO\\b");
	}

	@Test
	void saysThatAClassWasNotWoven() throws Exception {
		Comparison comparison = Rounds.run(job(() -> "result", () -> "result"), 0, 1);
		assertThat(comparison.woven()).isFalse();
		assertThat(ConsoleTable.of(List.of(comparison), 0, 1)).contains("RoundsTests was not woven");
	}

	@Test
	void passesAFailureOn() {
		Callable<String> failing = () -> {
			throw new IllegalStateException("failed");
		};
		assertThatIllegalStateException().isThrownBy(() -> Rounds.run(job(() -> "result", failing), 0, 1))
			.withMessage("failed");
	}

	private static Job<String> job(Callable<String> sequential, Callable<String> woven) {
		return new Job<>("job", "a job", RoundsTests.class, sequential, woven);
	}

	private static String record(List<String> runs, String run) {
		runs.add(run);
		return "result";
	}

}
