package io.deco.analysis.forks;

import java.nio.file.Path;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.forks.ConcurrentCalls.ConcurrentCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConcurrentCalls}.
 */
class ConcurrentCallsTests {

	private static final String HEAD = "package a; import io.deco.*; import java.util.*; import java.util.concurrent.*; ";

	@TempDir
	Path folder;

	@Test
	void findsAnnotatedMethod() {
		assertThat(find("class S { @Concurrent int f() { return 1; } int g() { return 1; } }", "a/S", "f", "()I"))
			.isNotNull();
		assertThat(find("class S { @Concurrent int f() { return 1; } int g() { return 1; } }", "a/S", "g", "()I"))
			.isNull();
	}

	@Test
	void findsPublicMethodsOfAnnotatedType() {
		String source = """
				@Concurrent class S { public int f() { return 1; } int hidden() { return 1; }
				public String toString() { return ""; } } class Sub extends S { public int g() { return 1; } }""";
		assertThat(find(source, "a/S", "f", "()I")).isNotNull();
		assertThat(find(source, "a/Sub", "f", "()I")).isNotNull();
		assertThat(find(source, "a/Sub", "g", "()I")).as("inherited annotation").isNotNull();
		assertThat(find(source, "a/S", "hidden", "()I")).isNull();
		assertThat(find(source, "a/S", "hashCode", "()I")).isNull();
		assertThat(find(source, "a/S", "toString", "()Ljava/lang/String;")).isNull();
		assertThat(find(source, "a/S", "<init>", "()V")).isNull();
	}

	@Test
	void findsImplementationBehindInterface() {
		String source = """
				interface Api { int f(); int g(); } class Impl implements Api {
				@Concurrent public int f() { return 1; } public int g() { return 2; } }""";
		assertThat(find(source, "a/Api", "f", "()I")).isNotNull();
		assertThat(find(source, "a/Api", "g", "()I")).isNull();
	}

	@Test
	void findsAnnotationOnInterfaceBehindImplementation() {
		String source = """
				interface Api { @Concurrent int f(); } class Impl implements Api { public int f() { return 1; } }
				class Sub extends Impl { public int f() { return 2; } }""";
		assertThat(find(source, "a/Impl", "f", "()I")).isNotNull();
		assertThat(find(source, "a/Sub", "f", "()I")).isNotNull();
	}

	@Test
	void findsImplementationInheritedFromUnrelatedClass() {
		String source = """
				interface Api { int f(); } class Base { @Concurrent public int f() { return 1; } }
				class Impl extends Base implements Api { }""";
		assertThat(find(source, "a/Api", "f", "()I")).isNotNull();
	}

	@Test
	void findsSiblingInterface() {
		String source = """
				interface Api { int f(); } @Concurrent interface Marked { int f(); int other(); }
				class Impl implements Api, Marked { public int f() { return 1; } public int other() { return 1; } }""";
		assertThat(find(source, "a/Api", "f", "()I")).isNotNull();
		assertThat(find(source, "a/Impl", "other", "()I")).isNotNull();
	}

	@Test
	void followsBridges() {
		String source = """
				interface Finder<K, T> { @Concurrent T find(K key); }
				class Users implements Finder<String, Long> { public Long find(String key) { return 1L; } }
				class Base { public Long load(String key) { return 1L; } }
				interface Loader<K> { Object load(K key); }
				class Loads extends Base implements Loader<String> { @Concurrent public Long load(String key) { return 2L; } }""";
		assertThat(find(source, "a/Finder", "find", "(Ljava/lang/Object;)Ljava/lang/Object;")).isNotNull();
		assertThat(find(source, "a/Users", "find", "(Ljava/lang/String;)Ljava/lang/Long;")).isNotNull();
		assertThat(find(source, "a/Loader", "load", "(Ljava/lang/Object;)Ljava/lang/Object;")).isNotNull();
		assertThat(find(source, "a/Base", "load", "(Ljava/lang/String;)Ljava/lang/Long;")).isNotNull();
	}

	@Test
	void findsStaticAndPrivateMethodsByTheirOwnAnnotationOnly() {
		String source = """
				class S { @Concurrent static int f() { return 1; } @Concurrent private int g() { return 1; }
				static int h() { return 1; } } class Sub extends S { @Concurrent static int h() { return 1; } }""";
		assertThat(find(source, "a/S", "f", "()I")).isNotNull();
		assertThat(find(source, "a/S", "g", "()I")).isNotNull();
		assertThat(find(source, "a/S", "h", "()I")).isNull();
		assertThat(find(source, "a/Sub", "h", "()I")).isNotNull();
	}

	@Test
	void leavesFuturesAlone() {
		String source = """
				@Concurrent class S { public Future<Integer> f() { return null; }
				public CompletableFuture<Integer> c() { return null; }
				public CompletionStage<Integer> s() { return null; } public FutureTask<Integer> t() { return null; } }""";
		assertThat(find(source, "a/S", "f", "()Ljava/util/concurrent/Future;")).isNull();
		assertThat(find(source, "a/S", "c", "()Ljava/util/concurrent/CompletableFuture;")).isNull();
		assertThat(find(source, "a/S", "s", "()Ljava/util/concurrent/CompletionStage;")).isNull();
		assertThat(find(source, "a/S", "t", "()Ljava/util/concurrent/FutureTask;")).isNull();
	}

	@Test
	void treatsUnknownAsNotConcurrent() {
		String source = "class S { @Concurrent int f() { return 1; } }";
		assertThat(find(source, "a/Missing", "f", "()I")).isNull();
		assertThat(find(source, "a/S", "f", "(J)I")).isNull();
		assertThat(find(source, "java/lang/Object", "f", "()I")).isNull();
		assertThat(find(source, "[La/S;", "clone", "()Ljava/lang/Object;")).isNull();
	}

	@Test
	void doesNotTakeMentionForAnnotation() {
		String source = "class S { Class<?> f() { return Concurrent.class; } }";
		assertThat(find(source, "a/S", "f", "()Ljava/lang/Class;")).isNull();
	}

	@Test
	void trustsMethodThatReturnsValueUnlessMarked() {
		String source = """
				class S { @Concurrent int f(List<String> a, @Modifies List<String> b, @Modifies String c) { return 1; }
				@Modifies @Concurrent int g(List<String> a, int b) { return 1; } }""";
		assertThat(modified(source, "f", "(Ljava/util/List;Ljava/util/List;Ljava/lang/String;)I")).isEqualTo(0b010);
		assertThat(modified(source, "g", "(Ljava/util/List;I)I")).isEqualTo(0b01);
	}

	@Test
	void assumesThatVoidMethodModifiesMutableArguments() {
		String source = """
				interface S { @Concurrent void f(List<String> a, String b, int c, int[] d, @ReadOnly Object e); }""";
		assertThat(modified(source, "f", "(Ljava/util/List;Ljava/lang/String;I[ILjava/lang/Object;)V"))
			.isEqualTo(0b01001);
	}

	@Test
	void readsMarksOfOverriddenMethod() {
		String source = """
				interface Api { void f(@ReadOnly Object a, Object b); int g(@Modifies Object a); }
				abstract class S implements Api { @Concurrent public abstract void f(Object a, Object b);
				@Concurrent public int g(Object a) { return 1; } }""";
		assertThat(modified(source, "f", "(Ljava/lang/Object;Ljava/lang/Object;)V")).isEqualTo(0b10);
		assertThat(modified(source, "g", "(Ljava/lang/Object;)I")).isEqualTo(0b1);
	}

	@Test
	void seesFromByteCodeWhatVoidMethodOnlyReads() {
		String source = """
				class D { int x; D next; List<String> list; int x() { return x; } } class S { static D last; D kept;
				@Concurrent void f(D a, D b, D c, D d, D e, D g, D h, int[] i) {
				System.out.println(a.x() + a.next.x + i[0] + i.length); b.x = 1; c.next.x = 1; last = d; kept = e;
				System.out.println(g); h.list.add(""); } }""";
		assertThat(modified(source, "f", "(La/D;La/D;La/D;La/D;La/D;La/D;La/D;[I)V")).isEqualTo(0b01111110);
	}

	@Test
	void followsArgumentsOfVoidMethodWhereverTheyGo() {
		String source = """
				class D { int x; static D of(D d) { return d; } } class H { final D d; H(D d) { this.d = d; } } class S {
				@Concurrent void f(D a, D b, D c, D d, D e, D[] g) {
				new H(a).d.x = 1; Runnable r = () -> b.x = 1; r.run(); D[] array = { c }; array[0].x = 1; D.of(d).x = 1;
				D local = (e == null) ? new D() : e; local.x = 1; for (D one : g) one.x = 1; } }""";
		assertThat(modified(source, "f", "(La/D;La/D;La/D;La/D;La/D;[La/D;)V")).isEqualTo(0b111111);
	}

	@Test
	void asksAllImplementationsWhetherTheyOnlyRead() {
		String source = """
				class D { int x; } interface S { @Concurrent void f(D d); @Concurrent void g(D d); }
				class One implements S { public void f(D d) { int i = d.x; } public void g(D d) { int i = d.x; } }
				class Two implements S { public void f(D d) { d.x++; } public void g(D d) { } }""";
		assertThat(modified(source, "f", "(La/D;)V")).isEqualTo(1);
		assertThat(modified(source, "g", "(La/D;)V")).isEqualTo(0);
	}

	@Test
	void seesUnmarkedModification() {
		ConcurrentCall call = find("""
				class S { @Concurrent int f(int[] a, List<String> b, @Modifies int[] c) { a[0] = 1; c[0] = 1;
				b.add(""); return 1; } }""", "a/S", "f", "([ILjava/util/List;[I)I");
		assertThat(call).isNotNull().satisfies((found) -> {
			assertThat(found.modified()).isEqualTo(0b111);
			assertThat(found.unmarked()).isEqualTo(0b011);
		});
	}

	@Test
	void takesMoreArgumentsThanBitsForModified() {
		StringBuilder parameters = new StringBuilder("int i0");
		for (int i = 1; i < 65; i++) {
			parameters.append(", int i").append(i);
		}
		assertThat(modified("class S { @Concurrent int f(" + parameters + ") { return 1; } }", "f",
				"(" + "I".repeat(65) + ")I"))
			.isEqualTo(-1);
	}

	private @Nullable ConcurrentCall find(String source, String owner, String name, String descriptor) {
		try (ClassIndex index = Sources.index(this.folder, HEAD + source)) {
			return new ConcurrentCalls(index, new Effects(index)).find(owner, name, descriptor);
		}
	}

	private long modified(String source, String name, String descriptor) {
		ConcurrentCall call = find(source, "a/S", name, descriptor);
		assertThat(call).isNotNull();
		return (call != null) ? call.modified() : 0;
	}

}
