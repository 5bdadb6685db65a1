package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.deco.benchmarks.Gravity.Body;
import io.deco.benchmarks.Hot.Reading;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures in one JVM what {@link Table} puts together.
 */
final class TableRun {

	private static final String SMOKE = "smoke";

	static final String CALLS = "calls ";

	static final String VIRTUAL = "virtual";

	static final String EMPTY = "empty call";

	static final String READ = "field read";

	static final String ALLOCATED_FORKED = "allocated, forked";

	static final String ALLOCATED_INLINE = "allocated, run in the caller";

	static final String FIB = "fib, pool of ";

	static final String THROUGHPUT = "throughput, callers: ";

	static final String P99 = "p99, callers: ";

	static final String EXAMPLE = "example: ";

	static final String HASHES = "hashes of ";

	static final String ADVISED = "advised";

	static final int MANY = 1000;

	private static final int CALLERS_CALLS = 16;

	private static final int CALLERS_ROUNDS = 3;

	private static final int[] TASK_MICROS = { 1, 2, 5, 10, 15, 20, 30, 60, 100, 200 };

	private static final int HASH_TASKS = 100;

	private static final int BODIES = 500;

	private final Effort effort;

	private final Predicate<String> rows;

	private final Consumer<Samples> results;

	private final FanOut fanOut;

	private final Hot hot;

	private final Examples examples;

	/**
	 * Prepares to measure.
	 * @param effort how much is measured
	 * @param rows which rows
	 * @param results takes what was measured
	 */
	TableRun(Effort effort, Predicate<String> rows, Consumer<Samples> results) {
		this.effort = effort;
		this.rows = rows;
		this.results = results;
		ConfigurableApplicationContext context = BenchmarkApplication.running();
		this.fanOut = context.getBean(FanOut.class);
		this.hot = context.getBean(Hot.class);
		this.examples = context.getBean(Examples.class);
	}

	/**
	 * Measures everything, and prints it for the JVM that started this one.
	 * @param arguments {@code smoke} to do it for a moment, and parts of the names of the
	 * rows to be measured, all if there are none
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> names = new ArrayList<>(List.of(arguments));
		Effort effort = names.remove(SMOKE) ? Effort.smoke() : Effort.full();
		Predicate<String> rows = (row) -> names.isEmpty() || names.stream().anyMatch(row::contains);
		new TableRun(effort, rows, (samples) -> System.out.println(samples.line())).run();
		System.exit(0);
	}

	void run() throws Exception {
		fanOuts();
		virtualThreads();
		hotPaths();
		allocation();
		recursion();
		callers();
		examples();
	}

	private void measure(String row, List<Peer> peers) throws Exception {
		if (this.rows.test(row)) {
			this.effort.rounds().measure(row, peers).forEach(this.results);
		}
	}

	private void fanOuts() throws Exception {
		for (Load load : Load.values()) {
			for (int calls : this.effort.calls()) {
				measure(CALLS + load + " x " + calls, fanOut(load, calls));
			}
		}
	}

	private List<Peer> fanOut(Load load, int calls) throws ReflectiveOperationException {
		boolean slow = load == Load.SLEEP_10_MS && calls >= MANY;
		List<Peer> peers = new ArrayList<>();
		peers.add(new Peer(Peer.SEQUENTIAL, () -> this.fanOut.sequential(load, calls), slow));
		peers.add(new Peer(Peer.DECO, () -> this.fanOut.deco(load, calls)));
		peers.add(new Peer(Peer.COMPLETABLE_FUTURE, () -> this.fanOut.completableFuture(load, calls)));
		peers.add(new Peer(Peer.ASYNC, () -> this.fanOut.async(load, calls)));
		peers.add(new Peer(Peer.FORK_JOIN_POOL, () -> this.fanOut.forkJoinPool(load, calls)));
		if (StructuredBenchmark.isAvailable()) {
			StructuredBenchmark.Calls structured = StructuredBenchmark.structured();
			peers.add(new Peer(Peer.STRUCTURED, () -> structured.run(load, calls)));
		}
		return peers;
	}

	private void virtualThreads() throws Exception {
		if (BenchmarkApplication.hasVirtualThreads()) {
			List<Peer> peers = new ArrayList<>();
			peers.add(new Peer(Peer.DECO, () -> this.fanOut.decoVirtual(Load.SLEEP_10_MS, MANY)));
			if (StructuredBenchmark.isAvailable()) {
				StructuredBenchmark.Calls structured = StructuredBenchmark.structured();
				peers.add(new Peer(Peer.STRUCTURED, () -> structured.run(Load.SLEEP_10_MS, MANY)));
			}
			measure(VIRTUAL, peers);
		}
	}

	private void hotPaths() throws Exception {
		measure(EMPTY, List.of(new Peer(Peer.DECO, () -> this.hot.decoCalls(MANY)),
				new Peer(ADVISED, () -> this.hot.advisedCalls(MANY))));
		Reading[] readings = new Reading[MANY];
		for (int i = 0; i < MANY; i++) {
			readings[i] = new Reading();
		}
		this.hot.fill(readings);
		measure(READ, List.of(new Peer(Peer.DECO, () -> Hot.awaitedReads(readings)),
				new Peer(Peer.SEQUENTIAL, () -> Hot.plainReads(readings))));
	}

	private void allocation() throws Exception {
		Load load = Load.CPU_100_US;
		allocation(ALLOCATED_FORKED, new Peer(Peer.DECO, () -> this.fanOut.deco(load, MANY)));
		allocation(ALLOCATED_FORKED, new Peer(Peer.SEQUENTIAL, () -> this.fanOut.sequential(load, MANY)));
		allocation(ALLOCATED_INLINE, new Peer(Peer.DECO, () -> this.hot.decoCalls(MANY)));
		allocation(ALLOCATED_INLINE, new Peer(Peer.SEQUENTIAL, () -> this.hot.advisedCalls(MANY)));
	}

	private void allocation(String row, Peer peer) throws Exception {
		if (this.rows.test(row)) {
			this.results.accept(Allocation.measure(row, peer, this.effort.allocations(), MANY));
		}
	}

	private void recursion() throws Exception {
		int n = this.effort.fib();
		for (int threads : this.effort.pools()) {
			Fib fib = BenchmarkApplication.running(threads).getBean(Fib.class);
			ForkJoinPool pool = new ForkJoinPool(threads);
			try {
				measure(FIB + threads,
						List.of(new Peer(Peer.SEQUENTIAL, () -> Fib.sequential(n)),
								new Peer(Peer.DECO, () -> fib.deco(n)),
								new Peer(Peer.FORK_JOIN_POOL, () -> pool.invoke(new Fib.Task(n)))));
			}
			finally {
				pool.shutdown();
			}
		}
	}

	private void callers() throws Exception {
		Load load = Load.CPU_100_US;
		List<Peer> peers = List.of(new Peer(Peer.DECO, () -> this.fanOut.deco(load, CALLERS_CALLS)),
				new Peer(Peer.COMPLETABLE_FUTURE, () -> this.fanOut.completableFuture(load, CALLERS_CALLS)));
		for (int threads : this.effort.callers()) {
			if (!this.rows.test(THROUGHPUT + threads) && !this.rows.test(P99 + threads)) {
				continue;
			}
			Callers callers = new Callers(threads, this.effort.callersFor());
			List<List<Callers.Met>> met = List.of(new ArrayList<>(), new ArrayList<>());
			for (int round = 0; round <= CALLERS_ROUNDS; round++) {
				for (int turn = 0; turn < peers.size(); turn++) {
					int peer = (round + turn) % peers.size();
					met.get(peer).add(callers.run(peers.get(peer)));
				}
			}
			for (int peer = 0; peer < peers.size(); peer++) {
				List<Callers.Met> warm = met.get(peer).subList(1, met.get(peer).size());
				String name = peers.get(peer).name();
				this.results.accept(
						new Samples(THROUGHPUT + threads, name, warm.stream().map(Callers.Met::throughput).toList()));
				this.results.accept(new Samples(P99 + threads, name, warm.stream().map(Callers.Met::p99).toList()));
			}
		}
	}

	private void examples() throws Exception {
		measure(EXAMPLE + "climate model, 15 x 30 cells",
				List.of(new Peer(Peer.SEQUENTIAL, () -> this.examples.climateSequentially().hashCode()),
						new Peer(Peer.DECO, () -> this.examples.climate().hashCode())));
		List<Body> bodies = Examples.someBodies(BODIES);
		measure(EXAMPLE + "one step of " + BODIES + " bodies",
				List.of(new Peer(Peer.SEQUENTIAL, () -> this.examples.bodiesSequentially(bodies).hashCode()),
						new Peer(Peer.DECO, () -> this.examples.bodies(bodies).hashCode())));
		measure(EXAMPLE + "simple loop, 100 calls of 1 ms", hashes(1000));
		for (int micros : TASK_MICROS) {
			measure(HASHES + micros + " us", hashes(micros));
		}
	}

	private List<Peer> hashes(int micros) {
		int rounds = (int) Math.max(1, Math.round(micros * Hashes.roundsPerMicrosecond()));
		return List.of(new Peer(Peer.SEQUENTIAL, () -> this.examples.hashesSequentially(HASH_TASKS, rounds)[0]),
				new Peer(Peer.DECO, () -> this.examples.hashes(HASH_TASKS, rounds)[0]));
	}

}
