package io.deco.report;

import io.deco.analysis.Remark;

/**
 * Renders a report for reading: a summary, then the remarks by class and method.
 */
public final class TextReport {

	private final WeaveReport report;

	public TextReport(WeaveReport report) {
		this.report = report;
	}

	/**
	 * Renders the report.
	 * @return the text, with a line feed after each line
	 */
	public String render() {
		StringBuilder text = new StringBuilder("deco: ").append(this.report.summary()).append('\n');
		String type = "";
		String method = "";
		for (Remark remark : this.report.remarks()) {
			if (!remark.type().equals(type)) {
				type = remark.type();
				method = "";
				text.append('\n').append(type).append('\n');
			}
			if (!remark.method().equals(method)) {
				method = remark.method();
				text.append("  ").append(method).append('\n');
			}
			text.append("    ").append(RemarkText.line(remark)).append('\n');
		}
		return text.toString();
	}

}
