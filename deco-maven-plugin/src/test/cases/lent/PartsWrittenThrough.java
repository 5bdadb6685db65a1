package cases.lent;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls make objects of the JDK, or let it ask for some, by which it writes to a part of their argument. */
public class PartsWrittenThrough extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder text = new StringBuilder("a");
		Counter counter = new Counter();
		List<Integer> found = new ArrayList<>();
		Report report = new Report(text, counter, List.of(1, 2, 3), found);
		service.format(report); // forks
		int a = text.length();
		service.print(report); // forks
		int b = counter.count;
		service.collect(report); // forks
		int c = found.size();
		service.group(report); // forks
		int d = found.size();
		return List.of(a, b, c, d);
	}

	record Report(StringBuilder text, Counter counter, List<Integer> items, List<Integer> found) {
	}

	static class Counter extends Writer {

		int count;

		@Override
		public void write(char[] characters, int offset, int length) {
			this.count += length;
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

	static class Service {

		@Concurrent
		void format(Report report) {
			Formatter formatter = new Formatter(report.text);
			formatter.format("%d", 12);
		}

		@Concurrent
		int print(Report report) {
			PrintWriter printer = new PrintWriter(report.counter);
			printer.print(345);
			return 1;
		}

		@Concurrent
		void collect(Report report) {
			List<Integer> target = report.found;
			report.items.stream().filter((i) -> i > 1).collect(Collectors.toCollection(() -> target));
		}

		@Concurrent
		int group(Report report) {
			report.items.stream()
				.collect(Collectors.groupingBy((i) -> i % 2, Collectors.toCollection(report::found)));
			return 1;
		}

	}

}
