package io.deco.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTests {

	@Test
	void measuresAndRendersEverything() throws Exception {
		Results results = new Results();
		new TableRun(Effort.smoke(), (row) -> true, (samples) -> results.add(Samples.parse(samples.line()))).run();
		assertThat(new TableReport(results).render()).contains("CPU_1_US x 2", "SLEEP_10_MS x 2", "empty call",
				"allocated", "fib, pool of 2", "p99, callers: 2", "bodies", "100 hashes of 1 us", "deco wins from");
	}

	@Test
	void measuresOnlyTheRowsAskedFor() throws Exception {
		Results results = new Results();
		new TableRun(Effort.smoke(), TableRun.READ::equals, results::add).run();
		assertThat(results.rows("")).containsExactly(TableRun.READ);
		assertThat(new TableReport(results).render()).contains("field read");
	}

	@Test
	void computesEachWayTheSame() {
		Examples examples = BenchmarkApplication.running().getBean(Examples.class);
		Fib fib = BenchmarkApplication.running(1).getBean(Fib.class);
		List<Gravity.Body> bodies = Examples.someBodies(20);
		assertThat(examples.climate()).isEqualTo(examples.climateSequentially());
		assertThat(examples.bodies(bodies)).isEqualTo(examples.bodiesSequentially(bodies));
		assertThat(examples.hashes(20, 3)).isEqualTo(examples.hashesSequentially(20, 3));
		assertThat(fib.deco(10)).isEqualTo(Fib.sequential(10)).isEqualTo(new Fib.Task(10).invoke());
	}

	@Test
	void countsTiesWithinTheSpreadAsMet() {
		Spread spread = Spread.of(List.of(0.8, 0.9, 0.96, 0.97, 1.2));
		assertThat(spread).isEqualTo(new Spread(0.9, 0.96, 0.97));
		assertThat(spread.reaches(0.97)).isTrue();
		assertThat(spread.reaches(0.98)).isFalse();
		assertThat(spread.staysWithin(0.9)).isTrue();
		assertThat(spread.staysWithin(0.89)).isFalse();
	}

	@Test
	void dividesWithinRounds() {
		Results results = new Results();
		results.add(new Samples("row", "one", List.of(10.0, 20.0)));
		results.add(new Samples("row", "other", List.of(5.0, 10.0)));
		results.add(new Samples("row", "once", List.of(40.0)));
		assertThat(results.ratio("row", "one", "other")).isEqualTo(new Spread(2, 2, 2));
		assertThat(results.ratio("row", "once", "one")).isEqualTo(new Spread(2.5, 3, 3.5));
		assertThat(results.lesser("row", "one", "other")).isEqualTo("other");
		assertThat(results.lesser("row", "one", "missing")).isEqualTo("one");
	}

}
