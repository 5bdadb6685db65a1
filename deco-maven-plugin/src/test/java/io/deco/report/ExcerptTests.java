package io.deco.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.deco.analysis.MethodLines;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

	@Test
	void startsWithTheAnnotationsAndTheWholeHead() {
		assertThat(lines(5, 6, """
				int a;
				@A
				@B("find(")
				int find(int a,
						int b) { int c =
					a.find(b); return c;
				}
				""")).containsExactly(2, 3, 4, 5, 6, 7);
	}

	@Test
	void aMethodOnOneLineEndsThere() {
		assertThat(lines(2, 2, """
				class Find {
					int find() { return 1; }
				}
				""")).containsExactly(2);
	}

	@Test
	void endsWithItsOwnBrace() {
		assertThat(lines(3, 4, """
				class Find {
					int find() {
						try { f();
							return 1;

						} // tried
					}

				}
				""")).containsExactly(2, 3, 4, 5, 6, 7);
	}

	@Test
	void goesNoFurtherThanTheMethodIfItsBraceIsNotWhereItIsExpected() {
		assertThat(lines(2, 2, """
				int find() {
					return 1; /* }
				x */ }
				""")).containsExactly(1, 2);
	}

	@Test
	void showsNothingOfAnUnknownMethod() {
		assertThat(lines(0, 0, "int find() {}")).isEmpty();
	}

	private static List<Integer> lines(int first, int last, String source) {
		return new Excerpt(source.lines().toList()).lines(new MethodLines("Find", "find", "Find.java", first, last),
				List.of());
	}

}
