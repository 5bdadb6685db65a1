package io.deco.report;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class WeaveReportTests {

	private static final Remark FIND = remark(Kind.FORKED, "price", 12, "profiles.find(..)", "", "", 15);

	private static final Remark QUOTE = remark(Kind.FORKED, "price", 13, "pricing.quote(..)", "", "", 18, 15, 16);

	private static final Remark USED = remark(Kind.AWAITED, "price", 15, "profile", "its value is used", "", 12);

	private static final Remark MAIL = remark(Kind.BARRIER, "price", 14, "mail.confirm(..)",
			"is not known to be side-effect-free", "mark it @SideEffectFree", 12, 13);

	private static final Remark RETURN = remark(Kind.BARRIER, "price", 16, "pricing.quote(..)", "the method returns",
			"", 13);

	private static final Remark STOCK = remark(Kind.SEQUENTIAL, "reserve", 21, "stock.take(..)", "is inside a monitor",
			"");

	private static final Remark ODD = new Remark(Kind.UNWOVEN, "com.example.Odd", "", "", 0, "Odd",
			"it cannot be \"read\"", "", List.of());

	private final WeaveReport report = new WeaveReport(List.of(ODD, STOCK, RETURN, MAIL, USED, QUOTE, FIND, FIND));

	@Test
	void sortsRemarksAndDropsRepetitions() {
		assertThat(this.report.remarks()).containsExactly(FIND, QUOTE, MAIL, USED, RETURN, STOCK, ODD);
	}

	@Test
	void sumsUp() {
		assertThat(this.report.summary())
			.isEqualTo("1 method woven, 2 calls overlap, 1 runs sequentially, 1 place left unwoven");
		assertThat(new WeaveReport(List.of()).summary())
			.isEqualTo("0 methods woven, 0 calls overlap, 0 run sequentially");
	}

	@Test
	void logsOneLineACallAndAWaitThatCouldBeAvoided() {
		List<String> info = new ArrayList<>();
		List<String> warn = new ArrayList<>();
		new ConsoleReport(this.report).log(info::add, warn::add);
		assertThat(info).containsExactly("Carts.java:12: profiles.find(..) forked, awaited at line 15",
				"Carts.java:13: pricing.quote(..) forked, awaited at lines 15, 16 and 18",
				"Carts.java:14: mail.confirm(..) waits for everything pending (forked at lines 12 and 13): "
						+ "is not known to be side-effect-free -- mark it @SideEffectFree",
				"Carts.java:21: stock.take(..) runs sequentially: is inside a monitor");
		assertThat(warn).containsExactly("com.example.Odd: Odd left as it was: it cannot be \"read\"");
	}

	@Test
	void groupsTheTextByClassAndMethod() {
		assertThat(new TextReport(new WeaveReport(List.of(FIND, USED, STOCK, ODD))).render()).isEqualTo("""
				deco: 1 method woven, 1 call overlaps, 1 runs sequentially, 1 place left unwoven

				com.example.Carts
				  price
				    Carts.java:12: profiles.find(..) forked, awaited at line 15
				    Carts.java:15: profile awaited, forked at line 12: its value is used
				  reserve
				    Carts.java:21: stock.take(..) runs sequentially: is inside a monitor

				com.example.Odd
				    com.example.Odd: Odd left as it was: it cannot be "read"
				""");
	}

	@Test
	void writesJson() {
		assertThat(new JsonReport(new WeaveReport(List.of(MAIL, ODD))).render()).isEqualTo("""
				{
				  "version" : 1,
				  "summary" : {
				    "methods" : 0,
				    "forked" : 0,
				    "awaited" : 0,
				    "barrier" : 1,
				    "sequential" : 0,
				    "unwoven" : 1,
				    "unmarked" : 0
				  },
				  "remarks" : [ {
				    "kind" : "barrier",
				    "class" : "com.example.Carts",
				    "method" : "price",
				    "file" : "Carts.java",
				    "line" : 14,
				    "subject" : "mail.confirm(..)",
				    "reason" : "is not known to be side-effect-free",
				    "advice" : "mark it @SideEffectFree",
				    "related" : [ 12, 13 ]
				  }, {
				    "kind" : "unwoven",
				    "class" : "com.example.Odd",
				    "method" : "",
				    "file" : "",
				    "line" : 0,
				    "subject" : "Odd",
				    "reason" : "it cannot be \\"read\\"",
				    "advice" : "",
				    "related" : [ ]
				  } ]
				}
				""");
	}

	private static Remark remark(Kind kind, String method, int line, String subject, String reason, String advice,
			Integer... related) {
		return new Remark(kind, "com.example.Carts", method, "Carts.java", line, subject, reason, advice,
				List.of(related));
	}

}
