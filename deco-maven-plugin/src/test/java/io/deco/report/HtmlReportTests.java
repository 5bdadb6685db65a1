package io.deco.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.deco.analysis.MethodLines;
import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTests {

	private static final String CARTS = """
			package com.example;
			class Carts {

				@Synchronized
				<T extends Cart> T price(String user) {
					Profile p = this.profiles.find(user); // "a" < 'b' & <script>
					Quote q = quote(p.name());
					this.mail.confirm("</script><b>");
					return new Cart(p, q);
				}

				int none() {
					return 1;
				}
			}
			""";

	private static final Remark FIND = remark(Kind.FORKED, 6, "Profiles.find", "", "", 9);

	private static final Remark QUOTE = remark(Kind.FORKED, 7, "Carts.quote", "", "", 8, 9);

	private static final Remark MAIL = remark(Kind.BARRIER, 8, "Carts.quote", "calls <Mail> & \"others\"",
			"mark it @SideEffectFree", 7);

	private static final Remark USED = remark(Kind.AWAITED, 9, "Profiles.find, Carts.quote", "needed by new Cart", "",
			6, 7);

	private static final MethodLines PRICE = new MethodLines("com.example.Carts", "price", "Carts.java", 6, 9);

	private static final MethodLines NONE = new MethodLines("com.example.Carts", "none", "Carts.java", 13, 13);

	@TempDir
	private Path sources = Path.of("");

	@Test
	void showsAMethodFromItsAnnotationsToItsBrace() throws IOException {
		writeSource();
		assertThat(lines(render(List.of(PRICE), FIND, QUOTE, MAIL, USED))).containsExactly("4", "5", "6", "7", "8", "9",
				"10");
	}

	@Test
	void marksEachCallWhereItStartsAndLinksItToItsWaits() throws IOException {
		writeSource();
		String page = render(List.of(PRICE), FIND, QUOTE, MAIL, USED);
		assertThat(page).contains("this.profiles.".replace("this", "<span class=\"t-k\">this</span>")
				+ "<mark class=\"c0\" data-calls=\"0\">find</mark>(user)");
		assertThat(page).contains("<mark class=\"c1\" data-calls=\"1\">quote</mark>");
		assertThat(page).contains("<em class=\"c0\">Profiles.find</em> – awaited at line <a href=\"#m1-9\">9</a>");
		assertThat(page).contains("<div class=\"note barrier\" data-calls=\"1\">");
		assertThat(page).contains("<div class=\"note awaited\" data-calls=\"0 1\">");
		assertThat(page).contains("<a class=\"c1\" href=\"#m1-7\">Carts.quote</a>");
	}

	@Test
	void tellsCallsOfOneLineApartByTheOrderInWhichTheyAreMade() throws IOException {
		Files.createDirectories(this.sources.resolve("com/example"));
		Files.writeString(this.sources.resolve("com/example/Carts.java"), """
				class Carts {
					int price() {
						return quote(quote(1)) + quote(")");
					}
				}
				""");
		MethodLines price = new MethodLines("com.example.Carts", "price", "Carts.java", 3, 3);
		String page = render(List.of(price), remark(Kind.FORKED, 3, "Carts.quote #1", "", "", 3),
				remark(Kind.FORKED, 3, "Carts.quote #2", "", "", 3),
				remark(Kind.FORKED, 3, "Carts.quote #3", "", "", 3),
				remark(Kind.AWAITED, 3, "Carts.quote #2", "used in an addition", "", 3));
		assertThat(all(page, "data-calls=\"(\\d)\">quote</mark>")).containsExactly("1", "0", "2");
		assertThat(page).contains("<div class=\"note awaited\" data-calls=\"1\">");
	}

	@Test
	void everyLinkLeadsToSomething() throws IOException {
		writeSource();
		String page = render(List.of(PRICE, NONE), FIND, QUOTE, MAIL, USED);
		List<String> links = all(page, "href=\"#([^\"]+)\"");
		assertThat(links).hasSizeGreaterThan(5).allSatisfy((link) -> assertThat(page).contains("id=\"" + link + "\""));
	}

	@Test
	void escapesSourceNamesAndReasons() throws IOException {
		writeSource();
		String page = render(List.of(PRICE), FIND, QUOTE, MAIL, USED);
		assertThat(page).contains("// &quot;a&quot; &lt; &#39;b&#39; &amp; &lt;script&gt;");
		assertThat(page).contains("calls &lt;Mail&gt; &amp; &quot;others&quot;");
		assertThat(page).contains("<title>deco: a &lt;title&gt; &amp; more</title>");
		assertThat(page).doesNotContain("\"</script><b>\"");
		assertThat(all(page, "(<script)")).hasSize(1);
	}

	@Test
	void needsNoOtherFile() throws IOException {
		writeSource();
		String page = render(List.of(PRICE), FIND, QUOTE, MAIL, USED);
		assertThat(page).doesNotContain("src=", "http:", "https:", "url(", "@import", "<link");
	}

	@Test
	void showsOnlyLinesWithRemarksIfTheSourceIsMissing() {
		String page = render(List.of(PRICE), FIND, MAIL);
		assertThat(lines(page)).containsExactly("6", "7", "8", "9");
		assertThat(page).contains("The source was not found");
	}

	@Test
	void trustsNoSourceThatIsShorterThanTheClass() throws IOException {
		Files.createDirectories(this.sources.resolve("com/example"));
		Files.writeString(this.sources.resolve("com/example/Carts.java"), "class Carts {\n}\n");
		assertThat(lines(render(List.of(PRICE), FIND))).containsExactly("6", "9");
	}

	@Test
	void tellsOverloadsApartByLine() {
		MethodLines other = new MethodLines("com.example.Carts", "price", "Carts.java", 20, 22);
		Remark second = remark(Kind.FORKED, 21, "Profiles.find", "", "", 22);
		String page = render(List.of(PRICE, other), FIND, second);
		assertThat(page).contains("id=\"m1-6\"", "id=\"m2-21\"").doesNotContain("id=\"m1-21\"");
	}

	@Test
	void listsWhatCouldOverlapAndDoesNot() throws IOException {
		writeSource();
		Remark locked = remark(Kind.SEQUENTIAL, 7, "Carts.quote", "a lock is held", "");
		String page = render(List.of(PRICE), FIND, MAIL, locked);
		String gain = page.substring(page.indexOf("class=\"gain\""), page.indexOf("id=\"methods\""));
		assertThat(gain).contains("href=\"#m1-8\"", "mark it @SideEffectFree", "href=\"#m1-7\"", "a lock is held")
			.contains("<span class=\"count\">2</span>");
	}

	@Test
	void saysWhenThereIsNothingToSay() {
		assertThat(render(List.of())).contains("No method of these classes is @Synchronized");
		assertThat(render(List.of(NONE))).contains("It makes no concurrent call");
	}

	@Test
	void showsRemarksAboutMethodsAndClasses() {
		Remark method = new Remark(Kind.UNWOVEN, "com.example.Carts", "price", "Carts.java", 0, "price",
				"its exception handlers do not nest", "", List.of());
		Remark type = new Remark(Kind.UNWOVEN, "Odd", "", "", 0, "Odd", "it cannot be read", "", List.of());
		assertThat(render(List.of(PRICE), method, type))
			.contains("its exception handlers do not nest", "<h3>the class</h3>", "it cannot be read")
			.contains("</span>Odd</h2>");
	}

	private void writeSource() throws IOException {
		Files.createDirectories(this.sources.resolve("com/example"));
		Files.writeString(this.sources.resolve("com/example/Carts.java"), CARTS);
	}

	private String render(List<MethodLines> methods, Remark... remarks) {
		return new HtmlReport(new WeaveReport(List.of(remarks), methods), new SourceFolders(List.of(this.sources)),
				"a <title> & more")
			.render();
	}

	private static List<String> lines(String page) {
		return all(page, "<td class=\"no\">(\\d+)</td>");
	}

	private static List<String> all(String text, String pattern) {
		List<String> found = new ArrayList<>();
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static Remark remark(Kind kind, int line, String subject, String reason, String advice,
			Integer... related) {
		return new Remark(kind, "com.example.Carts", "price", "Carts.java", line, subject, reason, advice,
				List.of(related));
	}

}
