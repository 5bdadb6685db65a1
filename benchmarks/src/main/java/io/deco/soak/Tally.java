package io.deco.soak;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests of each kind ended in which way.
 */
final class Tally {

	private static final String ROW = "| %-11s | %10s | %10s | %10s | %10s | %12s |%n";

	private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);

	Tally() {
		for (Kind kind : Kind.values()) {
			this.counts.put(kind, new Counts());
		}
	}

	void add(Kind kind, Outcome outcome, int tasks) {
		Counts counts = of(kind);
		counts.requests.increment();
		counts.tasks.add(tasks);
		if (outcome.isFailure()) {
			counts.failed.increment();
		}
		else if (outcome.isTimeout()) {
			counts.timedOut.increment();
		}
		else if (outcome.isInterruption()) {
			counts.interrupted.increment();
		}
	}

	long requests() {
		return this.counts.values().stream().mapToLong((counts) -> counts.requests.sum()).sum();
	}

	long requests(Kind kind) {
		return of(kind).requests.sum();
	}

	private Counts of(Kind kind) {
		return this.counts.getOrDefault(kind, new Counts());
	}

	String table() {
		StringBuilder table = new StringBuilder();
		table.append(ROW.formatted("kind", "requests", "tasks", "failed", "timed out", "interrupted"));
		table.append("|---|---:|---:|---:|---:|---:|%n".formatted());
		this.counts.forEach((kind, row) -> table
			.append(ROW.formatted(kind, row.requests, row.tasks, row.failed, row.timedOut, row.interrupted)));
		return table.toString();
	}

	private static final class Counts {

		private final LongAdder requests = new LongAdder();

		private final LongAdder tasks = new LongAdder();

		private final LongAdder failed = new LongAdder();

		private final LongAdder timedOut = new LongAdder();

		private final LongAdder interrupted = new LongAdder();

	}

}
