package io.deco.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deco.analysis.MethodLines;
import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.report.SourceTokens.Token;

/**
 * Renders a report as a page that needs no other file: a summary, what could overlap and
 * does not, and the source of each {@code @Synchronized} method with where its calls
 * start and where they are awaited.
 */
public final class HtmlReport {

	private static final int MOST_ADVICE_SHOWN = 6;

	private final WeaveReport report;

	private final SourceFolders sources;

	private final String title;

	private final Html advice = new Html();

	private int advised;

	private int methods;

	/**
	 * Creates a rendering.
	 * @param report what is to be shown
	 * @param sources where the source is, if it is there
	 * @param title what was woven
	 */
	public HtmlReport(WeaveReport report, SourceFolders sources, String title) {
		this.report = report;
		this.sources = sources;
		this.title = title;
	}

	/**
	 * Renders the report.
	 * @return the page
	 */
	public String render() {
		this.methods = 0;
		Html classes = new Html();
		byType(this.report.remarks()).forEach((type, remarks) -> classes.add(section(type, remarks)));
		Html page = new Html();
		page.add("""
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>deco: %s</title>
				""", this.title);
		page.add("<style>\n").include("report.css").add("</style>\n</head>\n<body>\n");
		page.add("<a class=\"skip\" href=\"#methods\">Skip to the methods</a>\n");
		page.add("<header>\n<p class=\"brand\">deco</p>\n<h1>%s</h1>\n", this.title);
		page.add(tiles()).add("</header>\n<main>\n");
		if (this.advised > 0) {
			page.add("<section class=\"gain\"><details%s><summary><h2>What could overlap and does not</h2> ",
					(this.advised <= MOST_ADVICE_SHOWN) ? " open" : "");
			page.add("<span class=\"count\">%s</span></summary><ul>\n", this.advised).add(this.advice);
			page.add("</ul></details></section>\n");
		}
		page.add(toolbar()).add("<div id=\"methods\" tabindex=\"-1\">\n").add(classes);
		if (this.methods == 0) {
			page.add("<p class=\"empty\">No method of these classes is @Synchronized.</p>\n");
		}
		page.add("</div>\n</main>\n<script>\n").include("report.js").add("</script>\n</body>\n</html>\n");
		return page.toString();
	}

	private Html tiles() {
		long waits = this.report.count(Kind.AWAITED) + this.report.count(Kind.BARRIER);
		Html html = new Html().add("<dl class=\"tiles\">\n");
		tile(html, "woven", this.report.wovenMethods(), "methods woven");
		tile(html, "forked", this.report.count(Kind.FORKED), "calls overlap");
		tile(html, "awaited", waits, "places that wait");
		tile(html, "sequential", this.report.count(Kind.SEQUENTIAL), "calls run sequentially");
		tile(html, "unwoven", this.report.count(Kind.UNWOVEN), "left unwoven");
		return html.add("</dl>\n");
	}

	private static void tile(Html html, String kind, long count, String label) {
		html.add("<div class=\"tile %s%s\"><dt>%s</dt><dd>%s</dd></div>\n", kind, (count == 0) ? " none" : "", label,
				count);
	}

	private static Html toolbar() {
		return new Html()
			.add("""
					<search class="toolbar" hidden>
					<label>Find <input type="search" id="find" placeholder="class, method or call" autocomplete="off"></label>
					<label>Show <select id="show">
					<option value="">all methods</option>
					<option value="forked">with calls that overlap</option>
					<option value="barrier">with waits for everything</option>
					<option value="advice">with advice</option>
					<option value="sequential">with sequential calls</option>
					<option value="unwoven">left unwoven</option>
					</select></label>
					<button type="button" id="fold">Fold all</button>
					<output id="shown" for="find show"></output>
					</search>
					""");
	}

	private Map<String, List<Remark>> byType(List<Remark> remarks) {
		Map<String, List<Remark>> byType = new LinkedHashMap<>();
		this.report.methods().forEach((method) -> byType.putIfAbsent(method.type(), new ArrayList<>()));
		remarks.forEach((remark) -> byType.computeIfAbsent(remark.type(), (type) -> new ArrayList<>()).add(remark));
		return byType;
	}

	private Html section(String type, List<Remark> remarks) {
		String packageName = type.substring(0, type.lastIndexOf('.') + 1);
		Html html = new Html().add("<section class=\"type\"><h2><span class=\"package\">%s</span>%s</h2>\n",
				packageName, type.substring(packageName.length()));
		List<Remark> left = new ArrayList<>(remarks);
		List<MethodLines> outlines = new ArrayList<>(
				this.report.methods().stream().filter((method) -> method.type().equals(type)).toList());
		remarks.stream()
			.filter((remark) -> outlines.stream().noneMatch((method) -> method.covers(remark)))
			.map((remark) -> new MethodLines(type, remark.method(), remark.file(), 0, Integer.MAX_VALUE))
			.distinct()
			.forEach(outlines::add);
		Map<String, List<String>> sources = new HashMap<>();
		Map<String, List<List<Token>>> tokens = new HashMap<>();
		for (MethodLines method : outlines) {
			List<String> source = sources.computeIfAbsent(method.file(), (file) -> this.sources.find(type, file));
			List<Remark> own = left.stream().filter(method::covers).toList();
			left.removeAll(own);
			html.add(article(method, own, source,
					tokens.computeIfAbsent(method.file(), (file) -> SourceTokens.of(source))));
		}
		return html.add("</section>\n");
	}

	private Html article(MethodLines method, List<Remark> remarks, List<String> source, List<List<Token>> tokens) {
		String id = "m" + ++this.methods;
		addAdvice(id, remarks);
		String kinds = remarks.stream().map(RemarkText::name).distinct().collect(Collectors.joining(" "));
		boolean advised = remarks.stream().anyMatch((remark) -> !remark.advice().isEmpty());
		Html html = new Html().add(
				"<article class=\"method\" id=\"%s\" data-kinds=\"%s\"><details open><summary><h3>%s"
						+ "</h3> <span class=\"file\">%s</span> ",
				id, kinds + (advised ? " advice" : ""), method.method().isEmpty() ? "the class" : method.method(),
				place(method));
		html.add(badges(remarks)).add("</summary>\n");
		if (remarks.isEmpty()) {
			html.add("<p class=\"empty\">It makes no concurrent call.</p>\n");
		}
		if (source.isEmpty() && remarks.stream().anyMatch((remark) -> remark.line() > 0)) {
			html.add("<p class=\"empty\">The source was not found, so only line numbers are shown.</p>\n");
		}
		List<Integer> lines = new Excerpt(source).lines(method, remarks);
		html.add(new MethodListing(id, tokens, remarks).render(lines));
		return html.add("</details></article>\n");
	}

	private static String place(MethodLines method) {
		return (method.first() > 0) ? method.file() + ":" + method.first() : method.file();
	}

	private static Html badges(List<Remark> remarks) {
		Html html = new Html();
		for (Kind kind : Kind.values()) {
			long count = remarks.stream().filter((remark) -> remark.kind() == kind).count();
			if (count > 0) {
				html.add("<span class=\"badge %s\">%s</span> ", RemarkText.name(kind), switch (kind) {
					case FORKED -> count + ((count == 1) ? " call overlaps" : " calls overlap");
					case AWAITED -> count + ((count == 1) ? " wait" : " waits");
					case BARRIER -> count + ((count == 1) ? " wait for all" : " waits for all");
					case SEQUENTIAL -> count + " sequential";
					case UNWOVEN -> "not woven";
					case UNMARKED -> count + " not marked";
				});
			}
		}
		return html;
	}

	private void addAdvice(String id, List<Remark> remarks) {
		for (Remark remark : remarks) {
			if (remark.advice().isEmpty() && remark.kind() != Kind.SEQUENTIAL && remark.kind() != Kind.UNWOVEN) {
				continue;
			}
			this.advised++;
			String target = (remark.line() > 0) ? id + "-" + remark.line() : id;
			this.advice.add("<li class=\"%s\"><a href=\"#%s\">%s</a> <span><b>%s</b> %s", RemarkText.name(remark),
					target, RemarkText.place(remark), remark.subject(), RemarkText.decision(remark));
			this.advice.add(remark.reason().isEmpty() ? "" : ": ").add("%s", remark.reason());
			if (!remark.advice().isEmpty()) {
				this.advice.add("<span class=\"advice\">%s</span>", remark.advice());
			}
			this.advice.add("</span></li>\n");
		}
	}

}
