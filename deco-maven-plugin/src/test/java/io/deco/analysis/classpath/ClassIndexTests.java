package io.deco.analysis.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex.DeclaredField;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassIndex}.
 */
class ClassIndexTests {

	@TempDir
	Path folder;

	@Test
	void findsClassesOfModuleAndJdk() throws IOException {
		try (ClassIndex index = Sources.index(this.folder, "package a; class One { class Inner { } }")) {
			assertThat(index.find("a/One")).isNotNull();
			assertThat(index.bytes("a/One")).isEqualTo(Files.readAllBytes(this.folder.resolve("a/One.class")));
			assertThat(index.find("java/util/ArrayList")).isNotNull();
			assertThat(index.find("java/sql/Connection")).isNotNull();
			assertThat(index.moduleClasses()).containsExactlyInAnyOrder("a/One", "a/One$Inner");
			assertThat(index.inModule("a/One")).isTrue();
			assertThat(index.inModule("java/lang/String")).isFalse();
			assertThat(index.inModule("io/deco/Concurrent")).isFalse();
			assertThat(index.find("io/deco/Concurrent")).isNotNull();
		}
	}

	@Test
	void knowsWhetherAFolderHasMethodsToWeave() throws IOException {
		Sources.compile(this.folder, List.of(), "package a; class One { @io.deco.Concurrent int run() { return 1; } }");
		Files.write(this.folder.resolve("a/Broken.class"), new byte[] { 1, 2, 3 });
		assertThat(ClassIndex.mentionsSynchronized(this.folder)).isFalse();
		Sources.compile(this.folder, List.of(),
				"package b; class Two { @io.deco.Synchronized int run() { return 1; } }");
		assertThat(ClassIndex.mentionsSynchronized(this.folder)).isTrue();
	}

	@Test
	void treatsMissingAndBrokenClassesAsUnknown() throws IOException {
		Sources.compile(this.folder, List.of(), "package a; class One { }");
		Files.write(this.folder.resolve("a/Broken.class"), new byte[] { 1, 2, 3 });
		byte[] future = Files.readAllBytes(this.folder.resolve("a/One.class"));
		future[7] = (byte) 200;
		Files.write(this.folder.resolve("a/Future.class"), future);
		Path text = Files.writeString(this.folder.resolve("no.jar"), "no jar", UTF_8);
		try (ClassIndex index = ClassIndex.open(List.of(this.folder, this.folder.resolve("missing")), List.of(text))) {
			assertThat(index.find("a/Missing")).isNull();
			assertThat(index.bytes("a/Missing")).isNull();
			assertThat(index.find("a/Broken")).isNull();
			assertThat(index.find("a/Future")).isNull();
			assertThat(index.find("NoPackage")).isNull();
			assertThat(index.subtypes("a/Missing")).isEmpty();
			assertThat(index.resolveMethod("a/Missing", "run", "()V")).isNull();
			assertThat(index.resolveField("a/Missing", "x", "I")).isNull();
			assertThat(index.isAssignable("a/Missing", "java/lang/Object")).isTrue();
			assertThat(index.isAssignable("a/Missing", "a/Missing")).isTrue();
			assertThat(index.isAssignable("a/Missing", "a/One")).isFalse();
			assertThat(index.isAssignable("a/One", "a/Missing")).isFalse();
			assertThat(index.commonSuperclass("a/Missing", "a/One")).isEqualTo("java/lang/Object");
		}
	}

	@Test
	void prefersReleaseOfRunningJdkInJar() throws IOException {
		Path base = this.folder.resolve("base");
		Path newer = this.folder.resolve("newer");
		Path tooNew = this.folder.resolve("tooNew");
		Sources.compile(base, List.of(), "package a; class One { int base; }");
		Sources.compile(newer, List.of(), "package a; class One { int newer; }");
		Sources.compile(tooNew, List.of(), "package a; class One { int tooNew; }");
		Path jar = this.folder.resolve("multi.jar");
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
		manifest.getMainAttributes().putValue("Multi-Release", "true");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			add(out, "a/One.class", base);
			add(out, "META-INF/versions/11/a/One.class", newer);
			add(out, "META-INF/versions/99/a/One.class", tooNew);
		}
		try (ClassIndex index = ClassIndex.open(List.of(), List.of(jar))) {
			assertThat(index.resolveField("a/One", "newer", "I")).isNotNull();
			assertThat(index.resolveField("a/One", "base", "I")).isNull();
			assertThat(index.inModule("a/One")).isFalse();
		}
	}

	private static void add(JarOutputStream out, String entry, Path from) throws IOException {
		out.putNextEntry(new JarEntry(entry));
		out.write(Files.readAllBytes(from.resolve("a/One.class")));
		out.closeEntry();
	}

	@Test
	void prefersModuleToClassPath() {
		Path module = this.folder.resolve("module");
		Path library = this.folder.resolve("library");
		Sources.compile(module, List.of(), "package a; class One { int module; }");
		Sources.compile(library, List.of(), "package a; class One { int library; }");
		try (ClassIndex index = ClassIndex.open(List.of(module), List.of(library))) {
			assertThat(index.resolveField("a/One", "module", "I")).isNotNull();
			assertThat(index.inModule("a/One")).isTrue();
		}
	}

	@Test
	void knowsWhatIsAssignable() {
		try (ClassIndex index = Sources.index(this.folder,
				"package a; class Base implements Runnable { public void run() { } } class Sub extends Base { }")) {
			assertThat(index.isAssignable("a/Sub", "java/lang/Runnable")).isTrue();
			assertThat(index.isAssignable("a/Base", "a/Sub")).isFalse();
			assertThat(index.isAssignable("[La/Sub;", "[La/Base;")).isTrue();
			assertThat(index.isAssignable("[[La/Sub;", "[Ljava/lang/Runnable;")).isFalse();
			assertThat(index.isAssignable("[[La/Sub;", "[[Ljava/lang/Runnable;")).isTrue();
			assertThat(index.isAssignable("[La/Sub;", "[Ljava/lang/Object;")).isTrue();
			assertThat(index.isAssignable("[[I", "[Ljava/lang/Object;")).isTrue();
			assertThat(index.isAssignable("[I", "[Ljava/lang/Object;")).isFalse();
			assertThat(index.isAssignable("[I", "[J")).isFalse();
			assertThat(index.isAssignable("[I", "java/lang/Object")).isTrue();
			assertThat(index.isAssignable("[I", "java/lang/Cloneable")).isTrue();
			assertThat(index.isAssignable("[I", "java/io/Serializable")).isTrue();
			assertThat(index.isAssignable("a/Sub", "[La/Sub;")).isFalse();
		}
	}

	@Test
	void mergesTypesAsTheVerifierDoes() {
		try (ClassIndex index = Sources.index(this.folder, """
				package a; class Base implements Runnable { public void run() { } }
				class Sub extends Base { } class Other extends Base { }""")) {
			assertThat(index.commonSuperclass("a/Sub", "a/Other")).isEqualTo("a/Base");
			assertThat(index.commonSuperclass("a/Sub", "a/Base")).isEqualTo("a/Base");
			assertThat(index.commonSuperclass("a/Sub", "java/lang/Runnable")).isEqualTo("java/lang/Object");
			assertThat(index.commonSuperclass("java/lang/Integer", "java/lang/Long")).isEqualTo("java/lang/Number");
			assertThat(index.commonSuperclass("[La/Sub;", "[La/Other;")).isEqualTo("[La/Base;");
			assertThat(index.commonSuperclass("[I", "[J")).isEqualTo("java/lang/Object");
			assertThat(index.commonSuperclass("[[I", "[[J")).isEqualTo("[Ljava/lang/Object;");
			assertThat(index.commonSuperclass("[[I", "[La/Sub;")).isEqualTo("[Ljava/lang/Object;");
			assertThat(index.commonSuperclass("[I", "a/Sub")).isEqualTo("java/lang/Object");
		}
	}

	@Test
	void findsSubtypesAlsoThroughTheJdk() {
		try (ClassIndex index = Sources.index(this.folder, """
				package a; interface Shape { } class Circle implements Shape { } class Ring extends Circle { }
				abstract class Names extends java.util.AbstractList<String> { }""")) {
			assertThat(index.subtypes("a/Shape")).containsExactlyInAnyOrder("a/Circle", "a/Ring");
			assertThat(index.subtypes("a/Ring")).isEmpty();
			assertThat(index.subtypes("java/util/List")).containsExactly("a/Names");
			assertThat(index.subtypes("java/lang/Iterable")).containsExactly("a/Names");
		}
	}

	@Test
	void resolvesMethodsAsTheJvmDoes() {
		try (ClassIndex index = Sources.index(this.folder, """
				package a; interface Named { default String name() { return "n"; } static void none() { } }
				interface Better extends Named { default String name() { return "b"; } }
				class Base { void run() { } } class Sub extends Base implements Named, Better { }
				abstract class Open implements Named { }""")) {
			assertThat(declaring(index.resolveMethod("a/Sub", "run", "()V"))).isEqualTo("a/Base");
			assertThat(declaring(index.resolveMethod("a/Sub", "name", "()Ljava/lang/String;"))).isEqualTo("a/Better");
			assertThat(declaring(index.resolveMethod("a/Open", "name", "()Ljava/lang/String;"))).isEqualTo("a/Named");
			assertThat(declaring(index.resolveMethod("a/Better", "hashCode", "()I"))).isEqualTo("java/lang/Object");
			assertThat(declaring(index.resolveMethod("[I", "hashCode", "()I"))).isEqualTo("java/lang/Object");
			assertThat(declaring(index.resolveMethod("a/Named", "none", "()V"))).isEqualTo("a/Named");
			assertThat(index.resolveMethod("a/Sub", "none", "()V")).isNull();
			assertThat(index.resolveMethod("a/Sub", "run", "()I")).isNull();
		}
	}

	@Test
	void resolvesFieldsAsTheJvmDoes() {
		try (ClassIndex index = Sources.index(this.folder, """
				package a; interface Limits { int MAX = Integer.parseInt("1"); } class Base { int x; int MAX; }
				class Sub extends Base implements Limits { }""")) {
			assertThat(declaring(index.resolveField("a/Sub", "x", "I"))).isEqualTo("a/Base");
			assertThat(declaring(index.resolveField("a/Sub", "MAX", "I"))).isEqualTo("a/Limits");
			assertThat(index.resolveField("a/Sub", "x", "J")).isNull();
			assertThat(index.resolveField("[I", "length", "I")).isNull();
		}
	}

	private static @Nullable String declaring(@Nullable DeclaredMethod method) {
		return (method != null) ? method.type().name : null;
	}

	private static @Nullable String declaring(@Nullable DeclaredField field) {
		return (field != null) ? field.type().name : null;
	}

}
