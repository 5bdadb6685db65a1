package io.deco.report;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.deco.analysis.MethodLines;
import io.deco.analysis.Remark;

/**
 * Chooses the source lines that show a method: from its annotations to its closing brace.
 * Byte code knows only the lines in between, and if the source is missing, only the lines
 * with remarks are shown.
 */
final class Excerpt {

	private static final int MOST_LINES_OF_A_HEAD = 40;

	private final List<String> source;

	Excerpt(List<String> source) {
		this.source = source;
	}

	/**
	 * Returns the numbers of the lines to show.
	 */
	List<Integer> lines(MethodLines method, List<Remark> remarks) {
		SortedSet<Integer> lines = new TreeSet<>();
		remarks.stream().filter((remark) -> remark.line() > 0).forEach((remark) -> {
			lines.add(remark.line());
			lines.addAll(remark.related());
		});
		// A file that is shorter than the class says is another version of it
		if (method.first() > 0 && method.last() <= this.source.size()) {
			int head = head(method);
			int start = withAnnotations(head);
			int end = end(method.last(), indent(text(head)));
			for (int line = start; line <= end; line++) {
				lines.add(line);
			}
		}
		return List.copyOf(lines);
	}

	private String text(int line) {
		return this.source.get(line - 1);
	}

	private int head(MethodLines method) {
		Pattern name = Pattern.compile("(?<![.\\w$])" + Pattern.quote(method.method()) + "\\s*\\(");
		for (int line = method.first(); line > Math.max(0, method.first() - MOST_LINES_OF_A_HEAD); line--) {
			if (name.matcher(text(line)).find()) {
				return line;
			}
		}
		return method.first();
	}

	private int withAnnotations(int head) {
		int line = head;
		while (line > 1 && text(line - 1).strip().startsWith("@")) {
			line--;
		}
		return line;
	}

	private int end(int last, int indent) {
		if (indent(text(last)) <= indent && text(last).strip().endsWith("}")) {
			return last;
		}
		for (int line = last; line <= this.source.size(); line++) {
			String text = text(line).strip();
			if (text.startsWith("}") && indent(text(line)) <= indent) {
				return line;
			}
			if (line > last && !text.isEmpty() && !text.startsWith("}") && !text.startsWith("//")) {
				return last;
			}
		}
		return last;
	}

	static int indent(String text) {
		return text.length() - text.stripLeading().length();
	}

}
