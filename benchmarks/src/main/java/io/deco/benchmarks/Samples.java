package io.deco.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was measured of one peer in one JVM, a value a round.
 *
 * @param row what was done
 * @param peer who did it
 * @param values the values
 */
record Samples(String row, String peer, List<Double> values) {

	private static final String MARK = "samples";

	String line() {
		return String.join("\t", MARK, this.row, this.peer,
				this.values.stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	static boolean isIn(String line) {
		return line.startsWith(MARK + "\t");
	}

	static Samples parse(String line) {
		List<String> parts = Arrays.asList(line.split("\t", -1));
		return new Samples(parts.get(1), parts.get(2),
				Arrays.stream(parts.get(3).split(",", -1)).map(Double::valueOf).toList());
	}

}
