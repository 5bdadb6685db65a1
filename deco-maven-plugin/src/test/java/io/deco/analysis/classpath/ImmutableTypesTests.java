package io.deco.analysis.classpath;

import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.Sources;
import io.deco.analysis.effects.Effects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Type;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ImmutableTypes}.
 */
class ImmutableTypesTests {

	@TempDir
	Path folder;

	@Test
	void trustsOnlyTypesThatCanNeverChange() {
		try (ClassIndex index = Sources.index(this.folder,
				"""
						package a; import java.util.*; import java.math.*; import java.time.*;
						record Good(int i, String s, LocalDate d, Color c, UUID u) { } record Deep(Good g, Deep d) { }
						record Held(Object o) { } record Generic<T>(T t) { } record WithList(List<String> l) { }
						record WithArray(int[] a) { } record Decimal(BigDecimal d) { }
						record Shown(int i) { public String toString() { return "" + Shown.n++; } static int n; }
						record Equal(int i) { public boolean equals(Object o) { return true; } }
						enum Color { RED, GREEN { } } enum Counting { ONE; int n; } enum Loud { ONE { public String toString() { return "x" + System.nanoTime(); } } }
						enum Holder { ONE; final List<String> l = new ArrayList<>(); }
						final class Plain { final int i = 1; } final class Set { int i; } class Open { final int i = 1; }
						abstract class Base { int b; } final class Derived extends Base { final int i = 1; }
						sealed interface Shape permits Circle, Square { } record Circle(int r) implements Shape { }
						record Square(int a) implements Shape { } sealed interface Mixed permits Fine, Bad { }
						record Fine() implements Mixed { } final class Bad implements Mixed { int x; }
						final class Thing extends ArrayList<String> { }""")) {
			Effects effects = new Effects(index);
			assertThat(List.of("Good", "Deep", "Color", "Plain", "Shape", "Circle"))
				.allMatch((name) -> effects.isImmutable(Type.getObjectType("a/" + name)));
			assertThat(List.of("Held", "Generic", "WithList", "WithArray", "Decimal", "Shown", "Equal", "Counting",
					"Loud", "Holder", "Set", "Open", "Derived", "Mixed", "Thing", "Missing"))
				.noneMatch((name) -> effects.isImmutable(Type.getObjectType("a/" + name)));
			assertThat(List.of("java/lang/String", "java/lang/Long", "java/util/UUID", "java/lang/Class",
					"java/time/Instant", "java/util/concurrent/TimeUnit", "java/time/DayOfWeek"))
				.allMatch((name) -> effects.isImmutable(Type.getObjectType(name)));
			assertThat(List.of("java/lang/Object", "java/math/BigDecimal", "java/lang/Number", "java/util/Optional",
					"java/util/List", "java/lang/StringBuilder", "java/util/Date", "java/lang/CharSequence"))
				.noneMatch((name) -> effects.isImmutable(Type.getObjectType(name)));
			assertThat(effects.isImmutable(Type.INT_TYPE)).isTrue();
			assertThat(effects.isImmutable(Type.getType(int[].class))).isFalse();
		}
	}

}
