package io.deco.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PristineCopiesTests {

	@TempDir
	private Path target = Path.of("");

	private Path classes = Path.of("");

	private Path copies = Path.of("");

	@BeforeEach
	void compile() throws IOException {
		this.classes = this.target.resolve("classes");
		this.copies = this.target.resolve("deco/classes");
		write("com/example/A", "A");
		write("com/example/B", "B");
	}

	@Test
	void keepsThePristineFormOfWovenClasses() throws IOException {
		install(Map.of("com/example/A", "A woven"));
		assertThat(read("com/example/A")).isEqualTo("A woven");
		assertThat(read("com/example/B")).isEqualTo("B");
		assertThat(pristine()).isEqualTo(Map.of("com/example/A", "A"));
	}

	@Test
	void touchesNothingThatStaysTheSame() throws IOException {
		install(Map.of("com/example/A", "A woven"));
		Map<Path, Object> before = identities();
		install(Map.of("com/example/A", "A woven"));
		assertThat(identities()).isEqualTo(before);
		assertThat(pristine()).isEqualTo(Map.of("com/example/A", "A"));
	}

	@Test
	void keepsTheTimeOfModification() throws IOException {
		FileTime compiled = FileTime.fromMillis(1_000_000);
		Files.setLastModifiedTime(file("com/example/A"), compiled);
		install(Map.of("com/example/A", "A woven"));
		assertThat(Files.getLastModifiedTime(file("com/example/A"))).isEqualTo(compiled);
		install(Map.of());
		assertThat(Files.getLastModifiedTime(file("com/example/A"))).isEqualTo(compiled);
	}

	@Test
	void restoresClassesThatAreNotWovenAnyMore() throws IOException {
		install(Map.of("com/example/A", "A woven", "com/example/B", "B woven"));
		install(Map.of("com/example/B", "B woven"));
		assertThat(read("com/example/A")).isEqualTo("A");
		assertThat(pristine()).isEqualTo(Map.of("com/example/B", "B"));
	}

	@Test
	void takesARecompiledClassAsPristine() throws IOException {
		install(Map.of("com/example/A", "A woven"));
		write("com/example/A", "A2");
		assertThat(pristine()).isEmpty();
		install(Map.of("com/example/A", "A2 woven"));
		assertThat(pristine()).isEqualTo(Map.of("com/example/A", "A2"));
	}

	@Test
	void forgetsADeletedClass() throws IOException {
		install(Map.of("com/example/A", "A woven"));
		Files.delete(file("com/example/A"));
		assertThat(pristine()).isEmpty();
		install(Map.of());
		assertThat(Files.exists(file("com/example/A"))).isFalse();
	}

	@Test
	void repairsARunThatWasKilledAtAnyPoint() throws IOException {
		Map<String, String> first = Map.of("com/example/A", "A woven", "com/example/B", "B woven");
		Map<String, String> second = new TreeMap<>(Map.of("com/example/A", "A again"));
		for (int steps = 0; steps < 12; steps++) {
			write("com/example/A", "A");
			write("com/example/B", "B");
			install(first);
			installUntilKilled(second, steps);
			PristineCopies.open(this.classes, this.copies);
			assertThat(effective("com/example/A")).as("A after %d steps", steps).isEqualTo("A");
			assertThat(effective("com/example/B")).as("B after %d steps", steps).isEqualTo("B");
			install(second);
			assertThat(read("com/example/A")).isEqualTo("A again");
			assertThat(read("com/example/B")).isEqualTo("B");
		}
	}

	/** Dies before the given change of a file, at the latest after all of them. */
	private void installUntilKilled(Map<String, String> woven, int steps) throws IOException {
		int[] left = { steps };
		try {
			PristineCopies.open(this.classes, this.copies, (from, to) -> {
				if (left[0]-- == 0) {
					throw new IOException("killed");
				}
				PristineCopies.MOVE.replace(from, to);
			}).install(bytes(woven));
		}
		catch (IOException ex) {
			assertThat(ex).hasMessage("killed");
		}
	}

	private void install(Map<String, String> woven) throws IOException {
		PristineCopies.open(this.classes, this.copies).install(bytes(woven));
	}

	private static Map<String, byte[]> bytes(Map<String, String> woven) {
		Map<String, byte[]> bytes = new TreeMap<>();
		woven.forEach((name, content) -> bytes.put(name, content.getBytes(UTF_8)));
		return bytes;
	}

	private Map<String, String> pristine() throws IOException {
		PristineCopies.open(this.classes, this.copies);
		Map<String, String> pristine = new TreeMap<>();
		for (String name : new String[] { "com/example/A", "com/example/B" }) {
			if (Files.exists(this.copies.resolve(name + ".class"))) {
				pristine.put(name, effective(name));
			}
		}
		return pristine;
	}

	/** What the weaver sees: the copy, or else the class file. */
	private String effective(String name) throws IOException {
		Path copy = this.copies.resolve(name + ".class");
		return Files.exists(copy) ? Files.readString(copy) : read(name);
	}

	private Map<Path, Object> identities() throws IOException {
		Map<Path, Object> identities = new TreeMap<>();
		try (Stream<Path> files = Files.walk(this.classes)) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				identities.put(file, Files.getAttribute(file, "basic:fileKey") + " " + Files.getLastModifiedTime(file));
			}
		}
		return identities;
	}

	private Path file(String name) {
		return this.classes.resolve(name + ".class");
	}

	private String read(String name) throws IOException {
		return Files.readString(file(name));
	}

	private void write(String name, String content) throws IOException {
		Files.createDirectories(file(name).getParent());
		Files.writeString(file(name), content);
	}

}
