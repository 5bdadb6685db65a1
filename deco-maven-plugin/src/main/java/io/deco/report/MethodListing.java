package io.deco.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.report.CallLinks.Call;
import io.deco.report.SourceTokens.Token;

/**
 * The lines of one method: beside each the calls that are pending there, below it the
 * remarks about it.
 */
final class MethodListing {

	private static final int COLORS = 8;

	private final String id;

	private final List<List<Token>> source;

	private final List<Remark> remarks;

	private final CallLinks links;

	MethodListing(String id, List<List<Token>> source, List<Remark> remarks) {
		this.id = id;
		this.source = source;
		this.remarks = remarks;
		this.links = CallLinks.of(remarks);
	}

	Html render(List<Integer> lines) {
		Html html = new Html();
		this.remarks.stream().filter((remark) -> remark.line() == 0).forEach((remark) -> html.add(note(remark)));
		if (lines.isEmpty()) {
			return html;
		}
		html.add("<table class=\"code\"><thead class=\"hidden\"><tr><th>Line</th><th>Pending</th><th>Source</th>"
				+ "</tr></thead><tbody>\n");
		int indent = lines.stream()
			.map(this::text)
			.filter((text) -> !text.isBlank())
			.mapToInt(Excerpt::indent)
			.min()
			.orElse(0);
		int previous = lines.get(0) - 1;
		for (int line : lines) {
			if (line != previous + 1) {
				html.add("<tr class=\"gap\"><td>⋮</td>").add(lanes(line, previous)).add("<td></td></tr>\n");
			}
			html.add("<tr id=\"%s\"><td class=\"no\">%s</td>", place(line), line).add(lanes(line, line));
			html.add("<td class=\"text\">").add(sourceLine(line, indent));
			this.remarks.stream().filter((remark) -> remark.line() == line).forEach((remark) -> html.add(note(remark)));
			html.add("</td></tr>\n");
			previous = line;
		}
		return html.add("</tbody></table>\n");
	}

	private String text(int line) {
		return tokens(line).stream().map(Token::text).collect(Collectors.joining());
	}

	private List<Token> tokens(int line) {
		return (line <= this.source.size()) ? this.source.get(line - 1) : List.of();
	}

	private String place(int line) {
		return this.id + "-" + line;
	}

	private Html lanes(int line, int other) {
		Html html = new Html().add("<td class=\"lanes\" aria-hidden=\"true\">");
		for (int lane = 0; lane < this.links.lanes(); lane++) {
			int current = lane;
			Call call = this.links.calls()
				.stream()
				.filter((candidate) -> candidate.lane() == current && candidate.isPendingAt(line)
						&& candidate.isPendingAt(other))
				.findFirst()
				.orElse(null);
			if (call == null) {
				html.add("<i></i>");
				continue;
			}
			String part = (line == call.first()) ? " from" : "";
			part += (line == call.last()) ? " to" : "";
			part += (line == other && call.fork().line() == line) ? " start" : "";
			part += (line == other && call.fork().related().contains(line)) ? " stop" : "";
			html.add("<i class=\"on %s%s\" data-calls=\"%s\"></i>", color(call), part, call.number());
		}
		return html.add("</td>");
	}

	private static String color(Call call) {
		return "c" + call.number() % COLORS;
	}

	private Html sourceLine(int line, int indent) {
		Html html = new Html().add("<code>");
		List<Call> started = this.links.calls().stream().filter((call) -> call.fork().line() == line).toList();
		List<Token> tokens = tokens(line);
		int skip = indent;
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			int cut = Math.min(skip, token.text().length());
			skip -= cut;
			String text = token.text().substring(cut);
			List<Call> named = (!started.isEmpty() && isCall(tokens, i))
					? started.stream().filter((candidate) -> text.equals(name(candidate))).toList() : List.of();
			Call call = named.isEmpty() ? null : named.get(Math.min(order(tokens, i), named.size() - 1));
			if (call != null) {
				html.add("<mark class=\"%s\" data-calls=\"%s\">%s</mark>", color(call), call.number(), text);
			}
			else {
				add(html, token.kind(), text);
			}
		}
		return html.add("</code>");
	}

	/**
	 * How many calls of the same name on the line are made before this one: those whose
	 * arguments end before.
	 */
	private static int order(List<Token> tokens, int position) {
		int end = end(tokens, position);
		int before = 0;
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).text().equals(tokens.get(position).text()) && isCall(tokens, i) && end(tokens, i) < end) {
				before++;
			}
		}
		return before;
	}

	private static int end(List<Token> tokens, int position) {
		int depth = 0;
		for (int i = position + 1; i < tokens.size(); i++) {
			String text = (tokens.get(i).kind() == SourceTokens.Kind.OTHER) ? tokens.get(i).text() : "";
			depth += (int) (text.chars().filter((character) -> character == '(').count()
					- text.chars().filter((character) -> character == ')').count());
			if (depth <= 0 && !tokens.get(i).text().isBlank()) {
				return i;
			}
		}
		return tokens.size() + position;
	}

	private static boolean isCall(List<Token> tokens, int position) {
		if (tokens.get(position).kind() != SourceTokens.Kind.WORD) {
			return false;
		}
		if (position > 0 && tokens.get(position - 1).text().equals(":")) {
			return true;
		}
		int next = position + 1;
		while (next < tokens.size() && tokens.get(next).text().isBlank()) {
			next++;
		}
		return next < tokens.size() && tokens.get(next).text().equals("(");
	}

	private static void add(Html html, SourceTokens.Kind kind, String text) {
		switch (kind) {
			case COMMENT -> html.add("<span class=\"t-c\">%s</span>", text);
			case STRING -> html.add("<span class=\"t-s\">%s</span>", text);
			case ANNOTATION -> html.add("<span class=\"t-a\">%s</span>", text);
			case KEYWORD -> html.add("<span class=\"t-k\">%s</span>", text);
			case NUMBER -> html.add("<span class=\"t-n\">%s</span>", text);
			case WORD, OTHER -> html.add("%s", text);
		}
	}

	private static String name(Call call) {
		String subject = call.fork().subject();
		String path = subject.split("[( ]", 2)[0];
		return path.substring(path.lastIndexOf('.') + 1);
	}

	private Html note(Remark remark) {
		List<Call> calls = this.links.of(remark);
		Html html = new Html().add("<div class=\"note %s\" data-calls=\"%s\"><b>%s</b> <span>", RemarkText.name(remark),
				calls.stream().map((call) -> String.valueOf(call.number())).collect(Collectors.joining(" ")),
				label(remark));
		if (calls.isEmpty()) {
			html.add("%s", remark.subject());
		}
		for (int i = 0; i < calls.size(); i++) {
			Call call = calls.get(i);
			html.add((i > 0) ? ", " : "");
			if (remark.kind() == Kind.FORKED) {
				html.add("<em class=\"%s\">%s</em>", color(call), call.fork().subject());
			}
			else {
				html.add("<a class=\"%s\" href=\"#%s\">%s</a>", color(call), place(call.fork().line()), told(call));
			}
		}
		if (remark.kind() == Kind.FORKED) {
			html.add(awaitedAt(remark.related()));
		}
		if (!remark.reason().isEmpty()) {
			html.add("<span class=\"why\"> – %s</span>", remark.reason());
		}
		if (!remark.advice().isEmpty()) {
			html.add("<span class=\"advice\">%s</span>", remark.advice());
		}
		return html.add("</span></div>");
	}

	/** Calls of one method are told apart by more than their colors. */
	private String told(Call call) {
		String subject = call.fork().subject();
		boolean alone = this.links.calls()
			.stream()
			.filter((other) -> other.fork().subject().equals(subject))
			.count() == 1;
		return alone ? subject : subject + ":" + call.fork().line();
	}

	private Html awaitedAt(List<Integer> related) {
		Html html = new Html();
		List<Integer> lines = new ArrayList<>(related.stream().distinct().sorted().toList());
		html.add(lines.isEmpty() ? "" : " – awaited at line ");
		for (int i = 0; i < lines.size(); i++) {
			html.add((i > 0) ? ", " : "");
			html.add("<a href=\"#%s\">%s</a>", place(lines.get(i)), lines.get(i));
		}
		return html;
	}

	private static String label(Remark remark) {
		return switch (remark.kind()) {
			case FORKED -> "starts";
			case AWAITED -> "awaits";
			case BARRIER -> "waits for all";
			case SEQUENTIAL -> "sequential";
			case UNWOVEN -> "not woven";
			case UNMARKED -> "not marked";
		};
	}

}
