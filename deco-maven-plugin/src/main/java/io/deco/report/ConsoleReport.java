package io.deco.report;

import java.util.List;
import java.util.function.Consumer;

import io.deco.analysis.Remark.Kind;

/**
 * Renders a report for a build log, one line a remark.
 */
public final class ConsoleReport {

	private final WeaveReport report;

	public ConsoleReport(WeaveReport report) {
		this.report = report;
	}

	/**
	 * Logs what was decided about each call, and what was left unwoven. Where each result
	 * is awaited is said by the call already, and by the written reports.
	 * @param info takes the lines about calls
	 * @param warn takes the lines about what was left unwoven
	 */
	public void log(Consumer<String> info, Consumer<String> warn) {
		lines(Kind.FORKED, Kind.BARRIER, Kind.SEQUENTIAL).forEach(info);
		lines(Kind.UNWOVEN).forEach(warn);
	}

	private List<String> lines(Kind... kinds) {
		return this.report.remarks()
			.stream()
			.filter((remark) -> List.of(kinds).contains(remark.kind()))
			.map(RemarkText::line)
			.distinct()
			.toList();
	}

}
