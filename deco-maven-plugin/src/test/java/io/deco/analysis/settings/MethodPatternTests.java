package io.deco.analysis.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.forks.ConcurrentCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MethodPatternTests {

	private static final String GEO = """
			package com.acme;
			public class Geo {
				Geo() { System.out.println(); }
				public int distance(String a, String b) { System.out.println(); return 1; }
				public int distance(long a, double[] b) { System.out.println(); return 1; }
				public int distanceSquared() { System.out.println(); return 1; }
				static int now() { System.out.println(); return 1; }
				public String toString() { System.out.println(); return ""; }
				static class Point { public int x() { System.out.println(); return 1; } }
			}
			""";

	private static final String DEEP = "package com.acme.far.away; public class Deep { public void f() { } }";

	@TempDir
	private Path folder = Path.of("");

	@BeforeEach
	void compile() {
		Sources.compile(this.folder, List.of(), GEO, DEEP);
	}

	@Test
	void namesAClass() {
		assertThat(matched("com.acme.Geo")).contains("Geo.<init>", "Geo.now", "Geo.toString", "Geo.distance(S,S)")
			.doesNotContain("Point.x", "Deep.f");
		assertThat(matched("com.acme.Geo$Point")).containsExactly("Point.<init>", "Point.x");
		assertThat(matched("com.acme.Ge")).isEmpty();
		assertThat(matched("acme.Geo")).isEmpty();
	}

	@Test
	void namesPackages() {
		assertThat(matched("com.acme.*")).contains("Geo.now", "Point.x").doesNotContain("Deep.f");
		assertThat(matched("com.acme.**")).contains("Geo.now", "Point.x", "Deep.f");
		assertThat(matched("com.acme.far.**#f")).containsExactly("Deep.f");
		assertThat(matched("com.**.De*#*")).containsExactly("Deep.<init>", "Deep.f");
		assertThat(matched("**.Geo#now")).containsExactly("Geo.now");
		assertThat(matched("com.*.Geo#now")).containsExactly("Geo.now");
		assertThat(matched("*.Geo")).isEmpty();
	}

	@Test
	void namesMethods() {
		assertThat(matched("com.acme.Geo#distance*")).containsExactly("Geo.distance(S,S)", "Geo.distance(l,d[])",
				"Geo.distanceSquared");
		assertThat(matched(" com.acme.Geo#distance(..) ")).containsExactly("Geo.distance(S,S)", "Geo.distance(l,d[])");
		assertThat(matched("com.acme.Geo#distance(String, java.lang.String)")).containsExactly("Geo.distance(S,S)");
		assertThat(matched("com.acme.Geo#distance(long,double[])")).containsExactly("Geo.distance(l,d[])");
		assertThat(matched("com.acme.Geo#distance(*, double[])")).containsExactly("Geo.distance(l,d[])");
		assertThat(matched("com.acme.Geo#*()")).containsExactly("Geo.<init>", "Geo.distanceSquared", "Geo.now",
				"Geo.toString");
		assertThat(matched("com.acme.Geo#<init>")).containsExactly("Geo.<init>");
		assertThat(matched("com.acme.Geo#distance(String)")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "com..acme", "com.acme.", "com.acme.Geo#", "com.acme.Geo#a b", "com.acme.Geo#f(",
			"com.acme.Geo#f(,)", "com.acme.Geo#f(int...)", "com/acme/Geo", "com.acme.Geo.f()", "***", "1a" })
	void refusesWhatItCannotUnderstand(String pattern) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> MethodPatterns.of("sideEffectFree", List.of(pattern)))
			.withMessageStartingWith("The parameter sideEffectFree has the pattern '" + pattern + "', which cannot be")
			.withMessageContaining("com.acme.Clock#now");
	}

	@Test
	void findsPatternsThatMatchNothing() {
		MethodPatterns patterns = MethodPatterns.of("concurrent",
				List.of("com.acme.Geo", "com.acme.Gio", "com.acme.Geo#later", "java.lang.String#length"));
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), List.of())) {
			assertThat(new Declarations(MethodPatterns.NONE, patterns).unmatched(index)).containsExactly(
					"the pattern 'com.acme.Gio' of concurrent matches no method",
					"the pattern 'com.acme.Geo#later' of concurrent matches no method");
		}
	}

	@Test
	void promisesThatMethodsAreSideEffectFree() {
		MethodPatterns patterns = MethodPatterns.of("sideEffectFree",
				List.of("com.acme.Geo#now", "java.io.PrintStream#flush", "java.lang.Thread#yield"));
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), List.of())) {
			Effects effects = new Effects(index, patterns);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "com/acme/Geo", "now", "()I").kind())
				.isEqualTo(Kind.PROMISED);
			assertThat(effects.ofCall(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "flush", "()V").kind())
				.isEqualTo(Kind.PROMISED);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "java/lang/Thread", "yield", "()V").kind())
				.isEqualTo(Kind.DEEP);
			assertThat(effects.ofCall(Opcodes.INVOKEVIRTUAL, "com/acme/Geo", "distanceSquared", "()I").kind())
				.isEqualTo(Kind.OBSERVABLE);
		}
	}

	@Test
	void declaresMethodsConcurrent() {
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), List.of())) {
			assertThat(concurrent(index, "com.acme.Geo#distance(String, String)").methods())
				.containsExactly("com.acme.Geo#distance(Ljava/lang/String;Ljava/lang/String;)I");
			assertThat(concurrent(index, "com.acme.Geo").methods()).hasSize(3)
				.allSatisfy((method) -> assertThat(method).contains("distance"));
			assertThat(concurrent(index, "com.acme.Geo#now").methods()).containsExactly("com.acme.Geo#now()I");
			ConcurrentCalls calls = new ConcurrentCalls(index, new Effects(index),
					concurrent(index, "com.acme.Geo#distance*"));
			assertThat(calls.find("com/acme/Geo", "distanceSquared", "()I")).isNotNull();
			assertThat(calls.find("com/acme/Geo", "now", "()I")).isNull();
			assertThat(calls.find("com/acme/Geo$Point", "x", "()I")).isNull();
		}
	}

	@Test
	void callsThroughAnInterfaceOfADeclaredMethodAreConcurrent() {
		Sources.compile(this.folder, List.of(), "package a; interface Store { int load(); } class FileStore implements "
				+ "Store { public int load() { return 1; } }");
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), List.of())) {
			ConcurrentCalls calls = new ConcurrentCalls(index, new Effects(index), concurrent(index, "a.FileStore"));
			assertThat(calls.find("a/Store", "load", "()I")).isNotNull();
		}
	}

	private static DeclaredConcurrency concurrent(ClassIndex index, String pattern) {
		return new DeclaredConcurrency(index, MethodPatterns.of("concurrent", List.of(pattern)));
	}

	private List<String> matched(String pattern) {
		MethodPatterns patterns = MethodPatterns.of("test", List.of(pattern));
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), List.of())) {
			return index.names()
				.stream()
				.sorted()
				.flatMap((name) -> declared(index, name))
				.filter(patterns::match)
				.map(MethodPatternTests::shortName)
				.toList();
		}
	}

	private static Stream<DeclaredMethod> declared(ClassIndex index, String name) {
		ClassNode node = index.find(name);
		return (node != null) ? node.methods.stream().map((method) -> new DeclaredMethod(node, method))
				: Stream.empty();
	}

	private static String shortName(DeclaredMethod declared) {
		String type = declared.type().name;
		String arguments = switch (declared.method().desc) {
			case "(Ljava/lang/String;Ljava/lang/String;)I" -> "(S,S)";
			case "(J[D)I" -> "(l,d[])";
			default -> "";
		};
		return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1) + "." + declared.method().name
				+ arguments;
	}

}
