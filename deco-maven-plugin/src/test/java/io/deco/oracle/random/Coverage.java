package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

import io.deco.analysis.Remark;
import io.deco.oracle.Outcome;
import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts what random programs were made of and what became of them.
 */
final class Coverage {

	private static final Pattern CALLS = Pattern.compile("calls .*|(?<=needed by )(?:new )?[A-Z].*|'[^']*'"
			+ "|\\b(?:P\\d+\\.)?f\\d+\\b|(?<=read from field |access field |written to )[\\w.$]+");

	private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

	private final TaskListener listener = new TaskListener() {
		@Override
		public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
			count("task", (failure != null) ? "failed" : "returned");
		}

		@Override
		public void inlined(String reason) {
			count("task", "inlined: " + reason);
		}

		@Override
		public void rejected() {
			count("task", "rejected");
		}

		@Override
		public void awaited(long blockedNanos, String caller) {
			count("task", "awaited while it ran");
		}

		@Override
		public void scopeOpened() {
			count("scope", "opened");
		}
	};

	TaskListener listener() {
		return this.listener;
	}

	void count(String table, String row) {
		this.counts.computeIfAbsent(table + ": " + row, (key) -> new LongAdder()).increment();
	}

	/**
	 * Counts the forms of a program that was woven.
	 */
	void count(RandomProgram program) {
		program.tree().visit((tree) -> {
			if (tree.kind() != Tree.Kind.TEXT && !tree.name().isEmpty()) {
				count(tree.kind().name().toLowerCase(Locale.ROOT), tree.name());
			}
		});
	}

	void count(Remark remark) {
		count("remark " + remark.kind(), CALLS.matcher(remark.reason()).replaceAll("..."));
	}

	void count(Outcome outcome) {
		Throwable thrown = outcome.thrown();
		count("outcome", (thrown != null) ? "threw " + thrown.getClass().getSimpleName() : "returned");
		outcome.effects().stream().filter((effect) -> effect.startsWith("caught ")).forEach((effect) -> {
			String what = effect.split(" ", -1)[1];
			count("caught", Character.isUpperCase(what.charAt(0)) ? what : "Failure, asked for its message");
		});
	}

	/**
	 * Returns the rows that are zero: forms of the grammar and what is known to happen.
	 */
	List<String> missing(Grammar grammar) {
		List<String> rows = new ArrayList<>(grammar.rows());
		grammar.expressions().forEach((form) -> rows.add("expression: " + form.type() + " " + form.name()));
		grammar.statements().forEach((form) -> rows.add("statement: " + form.type() + " " + form.name()));
		grammar.services()
			.stream()
			.filter((service) -> ProgramWriter.DEEP || !service.has('D'))
			.forEach((service) -> rows.add("expression: service " + service.result() + " " + service.name()));
		rows.removeAll(this.counts.keySet());
		return rows;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		counts().forEach((row, count) -> text.append(String.format("%9d  %s%n", count, row)));
		return text.toString();
	}

	/**
	 * Returns the counts, by table and row.
	 */
	Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.counts.forEach((row, count) -> counts.put(row, count.sum()));
		return counts;
	}

}
