package io.deco.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StaticInitialisers}.
 */
class StaticInitialisersTests {

	private static final String WOVEN = """
			package a;
			public class Woven implements Source {
				public int load() { return 1; }
				static int loadStatic() { return 1; }
			}
			""";

	private static final String SOURCE = "package a; public interface Source { int load(); }";

	@TempDir
	Path folder;

	private Set<String> running(String... fields) throws IOException {
		String[] sources = new String[fields.length + 2];
		sources[0] = WOVEN;
		sources[1] = SOURCE;
		System.arraycopy(fields, 0, sources, 2, fields.length);
		try (ClassIndex index = Sources.index(this.folder, sources)) {
			return StaticInitialisers.running(index, Set.of(StaticInitialisers.key("a/Woven", "load", "()I"),
					StaticInitialisers.key("a/Woven", "loadStatic", "()I")));
		}
	}

	@Test
	void findsCallsInTheInitialiserItself() throws IOException {
		assertThat(running("package a; class One { static int x = Woven.loadStatic(); }",
				"package a; class Two { static int x = new Woven().load(); }",
				"package a; class Three { static int x = Integer.parseInt(\"3\"); static int load() { return Woven.loadStatic(); } }"))
			.containsExactly("a/One", "a/Two");
	}

	@Test
	void findsCallsThroughMethodsAndConstructors() throws IOException {
		assertThat(running("package a; class One { static One x = new One(); int y = first(); "
				+ "int first() { return second(); } int second() { return Woven.loadStatic(); } }"))
			.containsExactly("a/One");
	}

	@Test
	void findsCallsThroughWhatMayOverride() throws IOException {
		assertThat(running("package a; class One { static Source s = new Woven(); static int x = s.load(); }"))
			.containsExactly("a/One");
	}

	@Test
	void findsCallsInLambdasAndAnonymousClasses() throws IOException {
		assertThat(running(
				"package a; class One { static int x = java.util.stream.Stream.of(1).mapToInt((i) -> Woven.loadStatic()).sum(); }",
				"package a; class Two { static int x = java.util.stream.Stream.of(new Woven()).mapToInt(Source::load).sum(); }",
				"package a; class Three { static Object x = java.util.List.of(new Object() { public String toString() { return \"\" + Woven.loadStatic(); } }).toString(); }"))
			.containsExactly("a/One", "a/Three", "a/Two");
	}

	@Test
	void endsWhereMethodsCallOneAnother() throws IOException {
		assertThat(running("package a; class One { static int x = first(1); "
				+ "static int first(int i) { return (i == 0) ? 0 : second(i); } "
				+ "static int second(int i) { return first(i - 1); } }"))
			.isEmpty();
	}

}
