package io.deco.weave;

import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of how remarks tell calls apart.
 */
class ReportedCallsTests {

	@TempDir
	private Path classes = Path.of("");

	@Test
	void callsOfOneMethodOnOneLineAreNumbered() {
		assertThat(forked("int a = f(1) + f(f(2)); return a - f(3);")).containsExactly("Shop.f #1", "Shop.f #2",
				"Shop.f #3", "Shop.f #4");
	}

	@Test
	void callsOfOtherMethodsAreNot() {
		assertThat(forked("return f(1) + g(2);")).containsExactly("Shop.f", "Shop.g");
	}

	@Test
	void copiesOfAFinallyAreOneCall() {
		assertThat(forked("""
				try {
					if (Math.abs(3) > 2) {
						return 1;
					}
					return 2;
				}
				finally {
					f(4);
				}
				""")).containsExactly("Shop.f");
	}

	private List<String> forked(String body) {
		JavaSources.compile(this.classes, "import io.deco.*; public class Shop {" + """
				@Concurrent int f(int i) { return i; }
				@Concurrent int g(int i) { return i; }
				@Synchronized int run() {
				""" + body + "\n}}");
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			return new ModuleWeaver(index).weave()
				.remarks()
				.stream()
				.filter((remark) -> remark.kind() == Kind.FORKED)
				.map(Remark::subject)
				.sorted()
				.toList();
		}
	}

}
