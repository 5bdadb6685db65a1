package io.deco.analysis;

import java.util.List;

import io.deco.analysis.Remark.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InlinedLinesTests {

	private static final String MAP = """
			SMAP
			Carts.kt
			Kotlin
			*S Kotlin
			*F
			+ 1 Carts.kt
			com/example/Carts
			+ 2 _Collections.kt
			kotlin/collections/CollectionsKt___CollectionsKt
			*L
			1#1,40:1
			1586#2:41
			*S KotlinDebug
			*F
			+ 1 Carts.kt
			com/example/Carts
			*L
			16#1:41
			17#1:42,3
			20#1,2:45,2
			*E
			""";

	@Test
	void showsTheLineOfTheCall() {
		InlinedLines lines = InlinedLines.of(MAP);
		assertThat(List.of(16, 40, 41, 42, 44, 45, 46, 47, 48, 49)).extracting(lines::shown)
			.containsExactly(16, 40, 16, 17, 17, 20, 20, 21, 21, 49);
	}

	@Test
	void showsRemarksWhereTheyAreOfUse() {
		Remark remark = new Remark(Kind.FORKED, "Carts", "price", "Carts.kt", 41, "f", "", "", List.of(44, 42, 12));
		assertThat(InlinedLines.of(MAP).shown(List.of(remark, remark))).singleElement().satisfies((shown) -> {
			assertThat(shown.line()).isEqualTo(16);
			assertThat(shown.related()).containsExactly(12, 17);
		});
	}

	@Test
	void leavesLinesAsTheyAreWithoutAMap() {
		assertThat(InlinedLines.of(null).shown(41)).isEqualTo(41);
		assertThat(InlinedLines.of("SMAP\nCarts.java\nJSP\n*S JSP\n*L\n1:9\n*E\n").shown(9)).isEqualTo(9);
	}

}
