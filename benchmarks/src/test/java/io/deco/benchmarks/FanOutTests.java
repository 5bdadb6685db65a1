package io.deco.benchmarks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FanOutTests {

	@ParameterizedTest
	@EnumSource
	void addsUpTheSameInEachWay(Load load) throws Exception {
		FanOut fanOut = BenchmarkApplication.running().getBean(FanOut.class);
		assertThat(fanOut.sequential(load, 4)).isEqualTo(10);
		assertThat(fanOut.deco(load, 4)).isEqualTo(10);
		assertThat(fanOut.decoVirtual(load, 4)).isEqualTo(10);
		assertThat(fanOut.completableFuture(load, 4)).isEqualTo(10);
		assertThat(fanOut.executorService(load, 4)).isEqualTo(10);
		assertThat(fanOut.async(load, 4)).isEqualTo(10);
		assertThat(fanOut.forkJoinPool(load, 4)).isEqualTo(10);
	}

}
