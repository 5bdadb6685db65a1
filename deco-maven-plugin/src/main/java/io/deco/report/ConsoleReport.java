package io.deco.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.deco.analysis.Remark;
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
	 * Logs what was decided about each call, each wait that could be avoided, and what
	 * was left unwoven. Where results are awaited is said by the calls already, and by
	 * the written reports.
	 * @param info takes the lines about calls
	 * @param warn takes the lines about what was left unwoven
	 */
	public void log(Consumer<String> info, Consumer<String> warn) {
		lines(ConsoleReport::isAboutCall).forEach(info);
		lines((remark) -> remark.kind() == Kind.UNWOVEN).forEach(warn);
	}

	private static boolean isAboutCall(Remark remark) {
		return switch (remark.kind()) {
			case FORKED, SEQUENTIAL, UNMARKED -> true;
			case BARRIER -> !remark.advice().isEmpty();
			case AWAITED, UNWOVEN -> false;
		};
	}

	private List<String> lines(Predicate<Remark> selected) {
		return this.report.remarks().stream().filter(selected).map(RemarkText::line).distinct().toList();
	}

}
