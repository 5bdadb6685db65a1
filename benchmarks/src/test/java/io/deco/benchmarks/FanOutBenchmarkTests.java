package io.deco.benchmarks;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class FanOutBenchmarkTests {

	@Test
	void runsEachMethodOnce() throws RunnerException {
		Options once = new OptionsBuilder().include(FanOutBenchmark.class.getName())
			.mode(Mode.SingleShotTime)
			.forks(0)
			.warmupIterations(0)
			.measurementIterations(1)
			.param("load", Load.CPU_1_US.name())
			.param("calls", "2")
			.shouldFailOnError(true)
			.build();
		Collection<RunResult> results = new Runner(once).run();
		assertThat(results).extracting((result) -> result.getPrimaryResult().getLabel())
			.containsExactlyInAnyOrder("sequential", "deco", "completableFuture", "executorService", "async",
					"forkJoinPool");
	}

}
