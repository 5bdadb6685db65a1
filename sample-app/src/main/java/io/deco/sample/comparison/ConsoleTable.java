package io.deco.sample.comparison;

import java.util.List;
import java.util.Locale;

/**
 * Shows comparisons as a table of text.
 */
final class ConsoleTable {

	private static final String ROW = "  %-12s %14s %14s %10s   %s%n";

	private ConsoleTable() {
	}

	static String of(List<Comparison> comparisons, int warmUps, int rounds) {
		StringBuilder table = new StringBuilder(System.lineSeparator());
		table.append(ROW.formatted("job", "sequential", "deco", "ratio", "equal results"));
		for (Comparison comparison : comparisons) {
			table.append(ROW.formatted(comparison.job(), millis(comparison.sequentialMillis()),
					millis(comparison.decoMillis()), String.format(Locale.ROOT, "%.2f x", comparison.ratio()),
					comparison.equal() ? "yes" : "NO"));
		}
		table.append("%n  %d processors, Java %s; best of %d rounds after %d not measured, the twins in turns%n"
			.formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds, warmUps));
		comparisons.stream()
			.filter((comparison) -> !comparison.woven())
			.forEach((comparison) -> table
				.append("  %s was not woven: it ran sequentially%n".formatted(comparison.source().getSimpleName())));
		return table.toString();
	}

	private static String millis(double millis) {
		return String.format(Locale.ROOT, "%,.0f ms", millis);
	}

}
