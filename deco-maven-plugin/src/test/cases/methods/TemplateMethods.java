package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class TemplateMethods extends Case {

	@Override
	public Object run() {
		Report plain = service(new Report());
		Report fancy = service(new Fancy());
		return plain.print() + fancy.print() + fancy.title;
	}

	static class Report {

		String title = "none";

		@Synchronized
		String print() {
			title = header("a");
			String body = body();
			return title + body;
		}

		@Concurrent
		String header(String s) {
			return "header " + s;
		}

		@Concurrent
		String body() {
			return "body";
		}

	}

	static class Fancy extends Report {

		@Override
		String header(String s) {
			return "*" + super.header(s) + "*";
		}

		@Override
		@Synchronized
		String print() {
			String above = super.print();
			title = header("b");
			return above + body();
		}

	}

}
