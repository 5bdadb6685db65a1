package io.deco.benchmarks;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Renders results as Markdown, and says of each target whether it is met.
 */
final class TableReport {

	private static final double OF_SEQUENTIAL = 0.95;

	private static final double OF_FUTURES = 1;

	private static final double OF_BEST = 0.97;

	private static final double VIRTUAL_SPEED_UP = 836;

	private static final double OF_ADVISED = 2;

	private static final double READ_NANOS = 1;

	private final Results results;

	private final StringBuilder text = new StringBuilder();

	TableReport(Results results) {
		this.results = results;
	}

	String render() {
		line("JDK %s, %s, %d processors, %s %s".formatted(Runtime.version(), System.getProperty("java.vm.name"),
				Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
				System.getProperty("os.arch")));
		fanOuts();
		targets();
		callers();
		examples();
		return this.text.toString();
	}

	private void fanOuts() {
		head("calls", "deco, µs", "of sequential ≥ " + OF_SEQUENTIAL, "of CompletableFuture ≥ " + OF_FUTURES,
				"of @Async ≥ " + OF_FUTURES, "of ForkJoinPool or StructuredTaskScope ≥ " + OF_BEST);
		for (String row : this.results.rows(TableRun.CALLS)) {
			String best = this.results.lesser(row, Peer.FORK_JOIN_POOL, Peer.STRUCTURED);
			row(row.substring(TableRun.CALLS.length()), plain(this.results.values(row, Peer.DECO)),
					speedUp(row, Peer.SEQUENTIAL, OF_SEQUENTIAL), speedUp(row, Peer.COMPLETABLE_FUTURE, OF_FUTURES),
					speedUp(row, Peer.ASYNC, OF_FUTURES), best + ": " + speedUp(row, best, OF_BEST));
		}
	}

	private String speedUp(String row, String peer, double least) {
		return atLeast(this.results.ratio(row, peer, Peer.DECO), least);
	}

	private void targets() {
		head("what", "target", "measured");
		row("speed-up, 1000 sleeps of 10 ms on virtual threads", "≥ 836", virtualSpeedUp());
		row("the same of StructuredTaskScope", "", plain(speedUpOfVirtual(Peer.STRUCTURED)));
		row("an empty call, in advised CGLIB calls", "≤ 2",
				atMost(this.results.ratio(TableRun.EMPTY, Peer.DECO, TableRun.ADVISED), OF_ADVISED));
		row("an empty call, ns", "", plain(this.results.values(TableRun.EMPTY, Peer.DECO)));
		row("an advised CGLIB call, ns", "", plain(this.results.values(TableRun.EMPTY, TableRun.ADVISED)));
		row("a woven field read beyond a plain one, ns", "≤ 1",
				atMost(this.results.difference(TableRun.READ, Peer.DECO, Peer.SEQUENTIAL), READ_NANOS));
		for (String row : this.results.rows("allocated")) {
			row("bytes a call beyond the peer, " + row, "",
					plain(this.results.difference(row, Peer.DECO, Peer.SEQUENTIAL)));
		}
		for (String row : this.results.rows(TableRun.FIB)) {
			row(row + ", time of ForkJoinPool's", "≤ 1",
					atMost(this.results.ratio(row, Peer.DECO, Peer.FORK_JOIN_POOL), 1));
			row(row + ", time of sequential", "", plain(this.results.ratio(row, Peer.DECO, Peer.SEQUENTIAL)));
		}
	}

	private String virtualSpeedUp() {
		return atLeast(speedUpOfVirtual(Peer.DECO), VIRTUAL_SPEED_UP);
	}

	private @Nullable Spread speedUpOfVirtual(String peer) {
		Spread sequential = this.results.values(TableRun.CALLS + Load.SLEEP_10_MS + " x " + TableRun.MANY,
				Peer.SEQUENTIAL);
		Spread virtual = this.results.values(TableRun.VIRTUAL, peer);
		if (sequential == null || virtual == null) {
			return null;
		}
		return new Spread(sequential.median() / virtual.high(), sequential.median() / virtual.median(),
				sequential.median() / virtual.low());
	}

	private void callers() {
		head("16 calls of 100 µs", "deco", "CompletableFuture", "ratio", "target");
		for (String row : this.results.rows(TableRun.THROUGHPUT)) {
			row(row + ", 1/s", plain(this.results.values(row, Peer.DECO)),
					plain(this.results.values(row, Peer.COMPLETABLE_FUTURE)),
					atLeast(this.results.ratio(row, Peer.DECO, Peer.COMPLETABLE_FUTURE), 1), "≥ 1");
		}
		for (String row : this.results.rows(TableRun.P99)) {
			row(row + ", µs", plain(this.results.values(row, Peer.DECO)),
					plain(this.results.values(row, Peer.COMPLETABLE_FUTURE)),
					atMost(this.results.ratio(row, Peer.DECO, Peer.COMPLETABLE_FUTURE), 1), "≤ 1");
		}
	}

	private void examples() {
		head("example", "sequential, µs", "deco, µs", "speed-up");
		for (String row : this.results.rows(TableRun.EXAMPLE)) {
			example(row.substring(TableRun.EXAMPLE.length()), row);
		}
		for (String row : this.results.rows(TableRun.HASHES)) {
			example("100 " + row, row);
		}
		line("");
		line("deco wins from " + breakEven(this.results.rows(TableRun.HASHES)) + " on");
	}

	private void example(String name, String row) {
		row(name, plain(this.results.values(row, Peer.SEQUENTIAL)), plain(this.results.values(row, Peer.DECO)),
				plain(this.results.ratio(row, Peer.SEQUENTIAL, Peer.DECO)));
	}

	/**
	 * Finds the shortest tasks from which on deco is faster beyond the spread.
	 */
	private String breakEven(List<String> rows) {
		String from = "no length that was measured";
		for (int i = rows.size() - 1; i >= 0; i--) {
			Spread ratio = this.results.ratio(rows.get(i), Peer.SEQUENTIAL, Peer.DECO);
			if (ratio == null || ratio.low() <= 1) {
				return from;
			}
			from = rows.get(i);
		}
		return from;
	}

	private static String atLeast(@Nullable Spread spread, double least) {
		return (spread != null) ? spread + (spread.reaches(least) ? " met" : " **missed**") : "–";
	}

	private static String atMost(@Nullable Spread spread, double most) {
		return (spread != null) ? spread + (spread.staysWithin(most) ? " met" : " **missed**") : "–";
	}

	private static String plain(@Nullable Spread spread) {
		return (spread != null) ? spread.toString() : "–";
	}

	private void head(String... cells) {
		line("");
		row(cells);
		line("|" + "---|".repeat(cells.length));
	}

	private void row(String... cells) {
		line("| " + String.join(" | ", cells) + " |");
	}

	private void line(String line) {
		this.text.append(line).append(String.format(Locale.ROOT, "%n"));
	}

}
