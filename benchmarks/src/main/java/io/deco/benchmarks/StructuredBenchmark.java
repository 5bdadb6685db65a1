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
 * The time of one fan-out in a {@code StructuredTaskScope}, which is a preview: built on
 * JDK 25, and run there with {@code --enable-preview}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked
public class StructuredBenchmark {

	private static final String IMPLEMENTATION = "io.deco.benchmarks.StructuredFanOut";

	@Param
	private Load load;

	@Param({ "2", "16", "1000" })
	private int calls;

	private Calls structured;

	/**
	 * Whether this was built and is run where structured concurrency is.
	 * @return whether the benchmark can be run
	 */
	static boolean isAvailable() {
		try {
			Class.forName(IMPLEMENTATION);
			return true;
		}
		catch (ClassNotFoundException | UnsupportedClassVersionError ex) {
			return false;
		}
	}

	/**
	 * Whether this was built where structured concurrency is, and may be run with
	 * previews enabled.
	 * @return whether there is something to run
	 */
	static boolean isBuilt() {
		return Runtime.version().feature() == 25
				&& StructuredBenchmark.class.getResource("StructuredFanOut.class") != null;
	}

	static Calls structured() throws ReflectiveOperationException {
		return Class.forName(IMPLEMENTATION).asSubclass(Calls.class).getDeclaredConstructor().newInstance();
	}

	@Setup
	public void start() throws ReflectiveOperationException {
		this.structured = structured();
	}

	@Benchmark
	public long structuredTaskScope() throws InterruptedException {
		return this.structured.run(this.load, this.calls);
	}

	/**
	 * Makes some calls and adds up their results.
	 */
	@FunctionalInterface
	interface Calls {

		long run(Load load, int calls) throws InterruptedException;

	}

}
