package io.deco.analysis.effects;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.Effects.Effect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link Effects} reads from byte code.
 */
class EffectsTests {

	private static final String HEAD = """
			package %s; import io.deco.*; import java.util.*; import java.util.function.*;
			final class S { int x; int[] n = new int[1]; String name = ""; S next; volatile int v; final int[] fixed = {};
			static int count; static final int[] TABLE = { 1 }; static final S SHARED = new S(); BigFoo foo;
			native void jni();
			""";

	private static final String TAIL = """
			static void effect() { count++; } static int free(int i) { return i + 1; } }
			class BigFoo { int y; int y() { return y; } int touch() { return y++; } }
			class Open { int a() { return 1; } int b() { return 1; } } class Sub extends Open { int b() { S.count++; return 2; } }
			record Point(int x, String s) { int sum() { return x + s.length(); } } record Box(Object o) { }
			enum Color { RED, GREEN { int code() { return 7; } }; int code() { return ordinal(); } }
			class Quiet { static final String A = "a"; static final List<String> NONE = List.of(); int i; }
			class Noisy { static { S.count++; } static int one() { return 1; } int i; }
			sealed interface Shape permits Circle, Square { int area(); }
			record Circle(int r) implements Shape { public int area() { return 3 * r * r; } }
			record Square(int a) implements Shape { public int area() { return a * a; } }
			sealed interface Bad permits Good, Evil { int f(); }
			record Good() implements Bad { public int f() { return 1; } }
			record Evil() implements Bad { public int f() { return S.count++; } }
			class MyException extends RuntimeException { MyException(String s) { super(s); } }
			class LoudException extends RuntimeException { public Throwable fillInStackTrace() { S.count++; return this; } }
			interface Loud { int N = S.count++; void f(); default void g() { } }
			class Leaking { static Leaking last; Leaking() { last = this; } }
			""";

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> seesThatMethodIsShallow() {
		return testsOf(Kind.SHALLOW, "int f(int i) { return i * 2 / (i - 1); }", "int f() { return x; }",
				"static int f(S s) { return s.x; }", "int f() { return n.length; }", "int f(int[] a) { return a[0]; }",
				"String f() { return name.trim().toUpperCase(); }", "int f() { return free(free(x)); }",
				"int[] f(int i) { int[] a = new int[i]; a[0] = i; return a; }",
				"Point f() { return new Point(x, name); }", "int f(Point p) { return p.x() + p.s().length(); }",
				"int f(Point p) { return p.sum(); }", "String f(int i) { return \"a\" + i + name; }",
				"int f(int i) { return (i < 2) ? i : f(i - 1) + f(i - 2); }",
				"int f(int i) { return (i == 0) ? 1 : g(i - 1); } int g(int i) { return f(i); }",
				"int f(Color c) { return c.code(); }",
				"int f(Color c) { switch (c) { case RED: return 1; default: return 2; } }",
				"Object f() { return Color.RED; }", "int f() { return Color.values().length; }",
				"Color f() { return Color.valueOf(\"RED\"); }", "int f(Shape s) { return s.area(); }",
				"int f(Shape s) { return (s instanceof Circle c) ? c.r() : 0; }", "int f(Open o) { return o.a(); }",
				"int f() { return new BigFoo().y(); }", "Supplier<String> f() { return () -> name; }",
				"Runnable f() { return S::effect; }",
				"void f(int i) { if (i < 0) throw new IllegalArgumentException(\"i\" + i); }",
				"void f() { throw new MyException(name); }", "Object f() { return Quiet.NONE; }",
				"Object f() { return new Quiet(); }",
				"String f(int i) { StringBuilder b = new StringBuilder(); for (int j = 0; j < i; j++) b.append(j); return b.toString(); }",
				"List<Object> f(Object o) { List<Object> l = new ArrayList<>(); l.add(o); return l; }",
				"int f() { List<Object> l = new ArrayList<>(); l.add(name); int s = 0; for (Object o : l) s++; return s; }",
				"Integer f(int i) { return i; }", "long f(Long l) { return l + 1; }",
				"double f(double d) { return Math.sqrt(Math.abs(d)); }",
				"Object f(Object o) { return Objects.requireNonNull(o, \"o\"); }",
				"boolean f(Object o) { return o == null; }",
				"int f() { try { return 1 / x; } catch (ArithmeticException ex) { return 0; } }",
				"boolean f(Point p) { return p.equals(new Point(1, \"\")); }",
				"String f(Point p) { return p.toString(); }",
				"int f() { int[][] a = new int[2][]; a[0] = new int[1]; return a.length; }",
				"int[] f(int[] a) { return a.clone(); }", "Class<?> f() { return getClass(); }");
	}

	@TestFactory
	Stream<DynamicTest> seesThatMethodIsDeep() {
		return testsOf(Kind.DEEP, "int f() { return next.x; }", "int f() { return n[0]; }", "int f() { return count; }",
				"int f() { return TABLE[0]; }", "int f() { return SHARED.x; }", "int f() { return foo.y(); }",
				"int f(S[] s) { return s[0].x; }", "int f() { return g(next); } int g(S s) { return s.x; }",
				"int f() { int[] a = n; return a.clone().length; }", "@SideEffectFree int f() { return x; }");
	}

	@TestFactory
	Stream<DynamicTest> seesThatMethodIsOnlyPromised() {
		return testsOf(Kind.PROMISED, "@SideEffectFree int f() { return count++; }",
				"int f() { return g(); } @SideEffectFree int g() { return count++; }",
				"@SideEffectFree int f() { return g(); } @SideEffectFree int g() { return count++; }");
	}

	@TestFactory
	Stream<DynamicTest> seesThatMethodMayBeObserved() {
		return testsOf(Kind.OBSERVABLE, "void f() { x = 1; }", "void f() { count = 1; }", "void f() { n[0] = 1; }",
				"void f(int[] a) { a[0] = 1; }", "void f(S s) { s.x = 1; }", "int f() { return v; }",
				"void f() { v = 1; }", "void f() { jni(); }", "synchronized int f() { return 1; }",
				"int f() { synchronized (this) { return 1; } }", "void f() { System.out.println(); }",
				"long f() { return System.nanoTime(); }", "double f() { return Math.random(); }",
				"Object f() { return java.time.Instant.now(); }", "UUID f() { return UUID.randomUUID(); }",
				"Object f() { return new Thread(); }", "Object f() { return new Random(); }",
				"Object f(List<Object> l) { l.add(1); return l; }", "int f(List<Object> l) { return l.size(); }",
				"Object f(Supplier<Object> s) { return s.get(); }", "String f(Object o) { return \"\" + o; }",
				"String f(Object o) { return o.toString(); }", "boolean f(Object o) { return o.equals(this); }",
				"String f(Object o) { return String.valueOf(o); }",
				"String f(Object o) { return new StringBuilder().append(o).toString(); }",
				"void f(Object o) { Object s = new TreeSet<>(); ((Collection<Object>) s).add(o); }",
				"Object f() { return Enum.valueOf(Color.class, \"RED\"); }", "Object f() { return (Loud) () -> { }; }",
				"int f(Object o) { return Objects.hash(o); }",
				"String f(Object o) { return String.format(\"%s\", o); }", "int f(Box b) { return b.hashCode(); }",
				"int f(Open o) { return o.b(); }", "int f(Bad b) { return b.f(); }", "int f() { return Noisy.one(); }",
				"Object f() { return new Noisy(); }", "int f() { return foo.touch(); }",
				"int f() { return g(); } int g() { effect(); return 1; }",
				"int f(int i) { if (i == 0) { effect(); return 0; } return g(i - 1); } int g(int i) { return f(i); }",
				"int f(int i) { return (i == 0) ? 0 : g(i - 1); } int g(int i) { if (i > 9) effect(); return f(i); }",
				"Object f() { return new LoudException(); }", "Object f() { return new Leaking(); }",
				"int f(int[] a) { int[] b = (x > 0) ? a : new int[1]; b[0] = 1; return 0; }",
				"int f() { int[] b = new int[1]; if (x > 0) b = n; b[0] = 1; return 0; }",
				"void f() { S s = new S(); s.next = this; s.next.x = 1; }",
				"void f() { S s = new S(); s.n = n; s.n[0] = 1; }", "void f() { S[] a = { this }; a[0].x = 1; }",
				"void f() { List<S> l = new ArrayList<>(); l.add(this); for (S s : l) s.x = 1; }",
				"@Concurrent int f() { return 1; }", "int f() { return g(); } @Concurrent int g() { return 1; }",
				"void f() throws Exception { Thread.sleep(1); }", "void f() throws Exception { wait(); }",
				"void f() { notifyAll(); }",
				"Object f() throws Exception { return getClass().getMethod(\"f\").invoke(this); }",
				"String f() { return System.getProperty(\"a\"); }", "int f(Iterator<Integer> i) { return i.next(); }",
				"void f(StringBuilder b) { b.append(1); }",
				"boolean f(String s, CharSequence c) { return s.contains(c); }",
				"int f(Comparable<Object> c) { return c.compareTo(c); }",
				"void f(Optional<Object> o) { o.ifPresent(p -> effect()); }",
				"void f(Open o) { Runnable r = () -> effect(); r.run(); }",
				"Object f() { return new Object() { { effect(); } }; }");
	}

	@Test
	void explainsItselfAsARemark() {
		assertThat(effectsOf("void f() { x = 1; }", "void f() { g(); } void g() { count = 1; }",
				"void f() { System.out.println(); }", "Object f() { return new Noisy(); }"))
			.extracting(Effect::reason)
			.containsExactly("calls p0.S.f, which writes field S.x",
					"calls p1.S.f, which calls p1.S.g, which writes static field S.count",
					"calls p2.S.f, which calls java.io.PrintStream.println, which is not known to be side-effect-free",
					"calls p3.S.f, which initialises p3.Noisy, whose static initialiser writes static field S.count");
	}

	@Test
	void acceptsPromisesOfAnyPackage() {
		String source = "package p; @interface Pure { } ";
		String api = "package a; interface Api { @p.Pure int f(); int g(); } "
				+ "@io.deco.SideEffectFree class C { static int h() { System.out.println(); return 1; } }";
		String impl = "package a; class Impl implements Api { public int f() { System.out.println(); return 1; } "
				+ "public int g() { System.out.println(); return 1; } }";
		try (ClassIndex index = Sources.index(this.folder, source.replace("@interface", "public @interface"), api,
				impl)) {
			Effects effects = new Effects(index);
			assertThat(effects.ofCall(Opcodes.INVOKEINTERFACE, "a/Api", "f", "()I").kind()).isEqualTo(Kind.PROMISED);
			assertThat(effects.ofCall(Opcodes.INVOKEINTERFACE, "a/Api", "g", "()I").kind()).isEqualTo(Kind.OBSERVABLE);
			assertThat(effects.ofCall(Opcodes.INVOKEVIRTUAL, "a/Impl", "f", "()I").kind()).isEqualTo(Kind.PROMISED);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "a/C", "h", "()I").kind()).isEqualTo(Kind.PROMISED);
		}
	}

	@Test
	void believesCodeOfOtherModulesThatIsGivenNothingMutable() {
		String library = """
				package a; @io.deco.SideEffectFree public class Lib {
				public static int sum(int left, int right) { System.out.println(); return left + right; }
				public static int size(Object given) { System.out.println(); return 1; }
				public int read(String name) { System.out.println(); return 1; } }
				""";
		Path folder = this.folder.resolve("library");
		Sources.compile(folder, List.of(Sources.annotations()), library);
		try (ClassIndex index = ClassIndex.open(List.of(), List.of(folder, Sources.annotations()))) {
			Effects effects = new Effects(index);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "a/Lib", "sum", "(II)I").kind()).isEqualTo(Kind.DEEP);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "a/Lib", "size", "(Ljava/lang/Object;)I").kind())
				.isEqualTo(Kind.PROMISED);
			assertThat(effects.ofCall(Opcodes.INVOKEVIRTUAL, "a/Lib", "read", "(Ljava/lang/String;)I").kind())
				.isEqualTo(Kind.PROMISED);
		}
	}

	@Test
	void distrustsWhatMayBeProxied() {
		String spring = "package org.springframework.context.annotation; public @interface Bean { }";
		String service = "package org.springframework.stereotype; public @interface Service { }";
		String source = """
				package a; import org.springframework.context.annotation.Bean; import org.springframework.stereotype.Service;
				@Service class Marked { int f() { return 1; } final int g() { return 1; } private int h() { return 1; }
				static int s() { return 1; } }
				class Below extends Marked { int b() { return 1; } }
				class Above { int f() { return 1; } } @Service class AboveSub extends Above { }
				interface Priced { int f(); } class Price implements Priced { public int f() { return 1; } }
				class Config { @Bean Priced price() { return new Price(); } }
				class Plain { @Deprecated int f() { return 1; } }
				""";
		try (ClassIndex index = Sources.index(this.folder, spring, service, source)) {
			Effects effects = new Effects(index);
			assertThat(kind(effects, "a/Marked", "f")).isEqualTo(Kind.OBSERVABLE);
			assertThat(kind(effects, "a/Marked", "g")).isEqualTo(Kind.SHALLOW);
			assertThat(kind(effects, "a/Marked", "h")).isEqualTo(Kind.SHALLOW);
			assertThat(effects.ofCall(Opcodes.INVOKESTATIC, "a/Marked", "s", "()I").kind()).isEqualTo(Kind.SHALLOW);
			assertThat(kind(effects, "a/Below", "b")).isEqualTo(Kind.OBSERVABLE);
			assertThat(kind(effects, "a/Above", "f")).isEqualTo(Kind.OBSERVABLE);
			assertThat(kind(effects, "a/Price", "f")).isEqualTo(Kind.OBSERVABLE);
			assertThat(kind(effects, "a/Plain", "f")).isEqualTo(Kind.SHALLOW);
		}
	}

	private static Kind kind(Effects effects, String owner, String name) {
		return effects.ofCall(Opcodes.INVOKEVIRTUAL, owner, name, "()I").kind();
	}

	@Test
	void treatsUnknownCallAsObservable() {
		try (ClassIndex index = Sources.index(this.folder, "package a; class One { }")) {
			Effects effects = new Effects(index);
			assertThat(kind(effects, "a/Missing", "f")).isEqualTo(Kind.OBSERVABLE);
			assertThat(kind(effects, "a/One", "missing")).isEqualTo(Kind.OBSERVABLE);
			assertThat(effects.ofInitialisation("a/Missing", "a/One").kind()).isEqualTo(Kind.OBSERVABLE);
		}
	}

	/**
	 * Each method in a class, and each class in a package of its own: one compilation
	 * serves them all.
	 */
	private Stream<DynamicTest> testsOf(Kind kind, String... methods) {
		List<Effect> effects = effectsOf(methods);
		return IntStream.range(0, methods.length)
			.mapToObj((i) -> DynamicTest.dynamicTest(methods[i],
					() -> assertThat(effects.get(i).kind()).as(effects.get(i).reason()).isEqualTo(kind)));
	}

	private List<Effect> effectsOf(String... methods) {
		String[] sources = new String[methods.length];
		for (int i = 0; i < methods.length; i++) {
			sources[i] = HEAD.formatted("p" + i) + methods[i] + TAIL;
		}
		try (ClassIndex index = Sources.index(this.folder, sources)) {
			Effects effects = new Effects(index);
			return IntStream.range(0, methods.length)
				.mapToObj((i) -> effectOf(index, effects, "p" + i + "/S"))
				.toList();
		}
	}

	private static Effect effectOf(ClassIndex index, Effects effects, String owner) {
		ClassNode type = index.find(owner);
		for (MethodNode candidate : (type != null) ? type.methods : List.<MethodNode>of()) {
			if (candidate.name.equals("f")) {
				boolean isStatic = (candidate.access & Opcodes.ACC_STATIC) != 0;
				return effects.ofCall(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, owner, "f",
						candidate.desc);
			}
		}
		throw new IllegalStateException(owner);
	}

}
