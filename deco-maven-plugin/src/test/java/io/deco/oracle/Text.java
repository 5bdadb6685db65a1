package io.deco.oracle;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.deco.analysis.Remark;

/**
 * Renders what a failed comparison shows.
 */
public final class Text {

	private Text() {
	}

	public static String stackTrace(Throwable throwable) {
		StringWriter text = new StringWriter();
		throwable.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	static String describe(Remark remark) {
		return String.format("%s:%d %s %s in %s.%s: %s %s %s", remark.file(), remark.line(), remark.kind(),
				remark.subject(), remark.type(), remark.method(), remark.reason(), remark.advice(), remark.related());
	}

	static String numbered(String source) {
		StringBuilder text = new StringBuilder();
		int number = 0;
		for (String line : source.split("\n", -1)) {
			text.append(String.format("%4d  %s%n", ++number, line));
		}
		return text.toString();
	}

}
