package io.deco.analysis.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassHead.Scanned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeadCache}.
 */
class HeadCacheTests {

	private static final FileTime TIME = FileTime.fromMillis(1_000_000_000_000L);

	@TempDir
	Path folder;

	@Test
	void givesBackWhatItWasGiven() throws IOException {
		Path jar = jar("class One { }");
		List<Scanned> heads = List.of(new Scanned(new ClassHeader("java/lang/Object", 0x21, null, List.of()), 0),
				new Scanned(new ClassHeader("a/\u00dcnl\u00fc", 0xE601, "java/lang/Object",
						List.of("java/util/List", "java/lang/Runnable")), 0b10011),
				new Scanned(new ClassHeader("a/\ud800", 0x4030, "java/lang/Enum", List.of()), 1));
		HeadCache cache = new HeadCache(cache());
		try (JarSource source = new JarSource(jar)) {
			assertThat(cache.read(source)).isNull();
			cache.write(source, heads);
			assertThat(cache.read(source)).isEqualTo(heads);
			assertThat(new HeadCache(null).read(source)).isNull();
		}
		try (Stream<Path> files = Files.list(cache())) {
			assertThat(files).singleElement().asString().endsWith(".heads");
		}
	}

	@Test
	void neitherFoldersNorOtherJarsAreKnown() throws IOException {
		Path one = jar("class One { }");
		Path changed = jar("class One { int x; }");
		HeadCache cache = new HeadCache(cache());
		try (JarSource source = new JarSource(one); JarSource other = new JarSource(changed)) {
			cache.write(source, List.of());
			assertThat(cache.read(other)).isNull();
		}
		Path classes = Files.createDirectories(this.folder.resolve("classes"));
		FolderSource source = new FolderSource(classes);
		cache.write(source, List.of());
		assertThat(cache.read(source)).isNull();
	}

	@Test
	void anIndexIsTheSameWithIt() throws IOException {
		Path jar = jar("public class One { }", "public class Two extends One { }",
				"@io.deco.Synchronized public class Three extends Two { }");
		Path shadowing = jar("public class Two { }");
		for (int i = 0; i < 3; i++) {
			try (ClassIndex index = ClassIndex.open(List.of(), List.of(shadowing, jar), (i > 0) ? cache() : null)) {
				assertThat(index.subtypes("One")).isEmpty();
				assertThat(index.subtypes("Two")).containsExactly("Three");
				assertThat(index.mentioning(ClassScan.SYNCHRONIZED)).containsExactly("Three");
				assertThat(index.isPristine("One")).isTrue();
			}
		}
		try (ClassIndex index = ClassIndex.open(List.of(), List.of(jar), cache())) {
			assertThat(index.subtypes("One")).containsExactlyInAnyOrder("Two", "Three");
		}
	}

	@Test
	void aJarThatIsReplacedIsReadAgain() throws IOException {
		Path jar = this.folder.resolve("replaced.jar");
		for (String parent : List.of("One", "Two", "One")) {
			Files.copy(
					jar("public class One { }", "public class Two { }", "public class Six extends " + parent + " { }"),
					jar, StandardCopyOption.REPLACE_EXISTING);
			Files.setLastModifiedTime(jar, TIME);
			try (ClassIndex index = ClassIndex.open(List.of(), List.of(jar), cache())) {
				assertThat(index.subtypes(parent)).containsExactly("Six");
				assertThat(index.subtypes(parent.equals("One") ? "Two" : "One")).isEmpty();
			}
		}
	}

	@Test
	void damageIsNoticedAndRepaired() throws IOException {
		Path jar = jar("public class One { }", "public class Two extends One { }");
		subtypes(jar, cache());
		Path file;
		try (Stream<Path> files = Files.list(cache())) {
			file = files.findFirst().orElseThrow();
		}
		byte[] content = Files.readAllBytes(file);
		for (int i = 0; i < content.length; i++) {
			byte[] damaged = content.clone();
			damaged[i] ^= 4;
			Files.write(file, damaged);
			assertThat(subtypes(jar, cache())).containsExactly("Two");
			assertThat(Files.readAllBytes(file)).isEqualTo(content);
		}
		for (int length : new int[] { 0, 7, 8, content.length - 1 }) {
			Files.write(file, Arrays.copyOf(content, length));
			assertThat(subtypes(jar, cache())).containsExactly("Two");
			assertThat(Files.readAllBytes(file)).isEqualTo(content);
		}
	}

	@Test
	void aFolderThatCannotBeWrittenIsDoneWithout() throws IOException {
		Path jar = jar("public class One { }", "public class Two extends One { }");
		Path inTheWay = Files.writeString(this.folder.resolve("file"), "");
		assertThat(subtypes(jar, inTheWay)).containsExactly("Two");
		assertThat(subtypes(jar, inTheWay.resolve("below"))).containsExactly("Two");
	}

	private Path cache() {
		return this.folder.resolve("cache");
	}

	private static Set<String> subtypes(Path jar, Path cache) {
		try (ClassIndex index = ClassIndex.open(List.of(), List.of(jar), cache)) {
			return index.subtypes("One");
		}
	}

	/** With times that do not depend on when it is made. */
	private Path jar(String... sources) throws IOException {
		Path classes = Files.createTempDirectory(this.folder, "classes");
		Sources.compile(classes, List.of(), sources);
		Path jar = Files.createTempFile(this.folder, "some", ".jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.list(classes)) {
			files.filter((file) -> file.toString().endsWith(".class")).sorted().forEach((file) -> {
				try {
					JarEntry entry = new JarEntry(file.getFileName().toString());
					entry.setLastModifiedTime(TIME);
					out.putNextEntry(entry);
					out.write(Files.readAllBytes(file));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		return jar;
	}

}
