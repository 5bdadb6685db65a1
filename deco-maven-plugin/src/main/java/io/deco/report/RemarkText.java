package io.deco.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.deco.analysis.Remark;

/**
 * Says a remark in the words of a compiler.
 */
final class RemarkText {

	private RemarkText() {
	}

	/**
	 * Returns the remark as one line: {@code file:line: what, why -- advice}.
	 */
	static String line(Remark remark) {
		return place(remark) + ": " + sentence(remark);
	}

	/**
	 * Returns the place of the remark in the form that terminals and editors link.
	 */
	static String place(Remark remark) {
		String file = remark.file().isEmpty() ? remark.type() : remark.file();
		return (remark.line() > 0) ? file + ":" + remark.line() : file;
	}

	/**
	 * Returns what a remark says, without its place.
	 */
	static String sentence(Remark remark) {
		StringBuilder sentence = new StringBuilder(remark.subject()).append(' ').append(decision(remark));
		if (!remark.reason().isEmpty()) {
			sentence.append(": ").append(remark.reason());
		}
		if (!remark.advice().isEmpty()) {
			sentence.append(" -- ").append(remark.advice());
		}
		return sentence.toString();
	}

	static String decision(Remark remark) {
		List<Integer> related = remark.related();
		return switch (remark.kind()) {
			case FORKED -> related.isEmpty() ? "forked" : "forked, awaited at " + lines(related);
			case AWAITED -> related.isEmpty() ? "awaited" : "awaited, forked at " + lines(related);
			case BARRIER ->
				"waits for everything pending" + (related.isEmpty() ? "" : " (forked at " + lines(related) + ")");
			case SEQUENTIAL -> "runs sequentially";
			case UNWOVEN -> "left as it was";
			case UNMARKED -> "is not marked";
		};
	}

	/**
	 * Returns the name of the kind of a remark, as programs and style sheets know it.
	 */
	static String name(Remark remark) {
		return name(remark.kind());
	}

	static String name(Remark.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static String lines(List<Integer> lines) {
		List<Integer> sorted = lines.stream().distinct().sorted().toList();
		String joined = sorted.stream()
			.limit(sorted.size() - 1L)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		Integer last = sorted.get(sorted.size() - 1);
		return (sorted.size() == 1) ? "line " + last : "lines " + joined + " and " + last;
	}

}
