package io.deco.report;

import java.util.List;

import io.deco.analysis.Remark;

/**
 * Renders the remarks that fail a build: each with its class, line, cause and cure.
 */
public final class FailureReport {

	private final List<Remark> remarks;

	public FailureReport(List<Remark> remarks) {
		this.remarks = remarks;
	}

	/**
	 * Renders the message.
	 * @return the message, one line a remark
	 */
	public String render() {
		StringBuilder text = new StringBuilder("deco: the build is set to fail on what was found at ")
			.append(this.remarks.size())
			.append((this.remarks.size() == 1) ? " place:" : " places:");
		for (Remark remark : this.remarks) {
			String method = remark.method().isEmpty() ? "" : "." + remark.method();
			text.append("\n  ")
				.append(remark.type())
				.append(method)
				.append(" (")
				.append(RemarkText.place(remark))
				.append("): ")
				.append(RemarkText.sentence(remark));
		}
		return text.toString();
	}

}
