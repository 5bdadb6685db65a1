package io.deco.benchmarks;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of one fan-out of deco on virtual threads, which need JDK 21.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked
public class VirtualBenchmark {

	@Param
	private Load load;

	@Param({ "2", "16", "1000" })
	private int calls;

	private FanOut fanOut;

	@Setup
	public void start() {
		this.fanOut = BenchmarkApplication.running().getBean(FanOut.class);
	}

	@Benchmark
	public long decoVirtual() {
		return this.fanOut.decoVirtual(this.load, this.calls);
	}

}
