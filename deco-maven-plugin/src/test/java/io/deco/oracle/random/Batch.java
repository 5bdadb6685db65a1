package io.deco.oracle.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deco.oracle.Compilation;
import io.deco.oracle.Form;
import io.deco.oracle.Program;
import io.deco.oracle.Programs;
import io.deco.oracle.Weaving;
import org.jspecify.annotations.Nullable;

/**
 * Programs that are compiled and woven together, because that is what costs.
 */
final class Batch {

	private static final Pattern BROKEN = Pattern.compile("P(\\d+)\\.java");

	private final Form form;

	private final boolean verified;

	private final Map<RandomProgram, Program> built = new LinkedHashMap<>();

	private final List<String> errors = new ArrayList<>();

	private final List<RandomProgram> programs;

	private final Map<String, String> sources = new TreeMap<>();

	private Map<String, byte[]> classes = Map.of();

	private @Nullable RuntimeException failure;

	/**
	 * Creates a batch.
	 * @param verified whether the weaver verifies what it wrote; the JVM does anyway
	 */
	Batch(Form form, boolean verified, List<RandomProgram> programs) {
		this.form = form;
		this.verified = verified;
		this.programs = programs;
	}

	/**
	 * Writes the sources and compiles them, which takes half of the time.
	 */
	Batch compile() {
		for (int i = 0; i < this.programs.size(); i++) {
			this.sources.put(name(i), this.programs.get(i).source("P" + i));
		}
		try {
			this.classes = compile(this.sources);
		}
		catch (RuntimeException ex) {
			this.failure = ex;
		}
		return this;
	}

	/**
	 * Weaves the classes, which takes most of the rest.
	 */
	Batch weave() {
		if (this.failure == null) {
			try {
				Map<String, Program> woven = new TreeMap<>();
				new Weaving(Programs.classPath(), this.verified).weave(this.sources, this.classes)
					.forEach((program) -> woven.put(program.name(), program));
				for (int i = 0; i < this.programs.size(); i++) {
					Program program = woven.get(name(i));
					if (program != null) {
						this.built.put(this.programs.get(i), program);
					}
				}
			}
			catch (RuntimeException ex) {
				this.failure = ex;
			}
		}
		return this;
	}

	private static String name(int number) {
		return "random/P" + number;
	}

	List<RandomProgram> programs() {
		return this.programs;
	}

	/**
	 * Why there is nothing to be tried.
	 */
	@Nullable RuntimeException failure() {
		return this.failure;
	}

	/**
	 * The programs that compile.
	 */
	Map<RandomProgram, Program> built() {
		return this.built;
	}

	/**
	 * What the compiler says about the others.
	 */
	List<String> errors() {
		return this.errors;
	}

	private Map<String, byte[]> compile(Map<String, String> sources) {
		try {
			Path folder = Files.createTempDirectory("oracle");
			try {
				return compile(sources, folder);
			}
			finally {
				delete(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Leaves out what does not compile, until the rest does.
	 */
	private Map<String, byte[]> compile(Map<String, String> sources, Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		for (Map.Entry<String, String> source : sources.entrySet()) {
			Path file = folder.resolve(source.getKey() + ".java");
			Files.createDirectories(folder.resolve("random"));
			files.add(Files.writeString(file, source.getValue()));
		}
		while (!files.isEmpty()) {
			try {
				return new Compilation(this.form, Programs.classPath()).compile(files);
			}
			catch (IllegalStateException ex) {
				String message = String.valueOf(ex.getMessage());
				Matcher broken = BROKEN.matcher(message);
				int before = sources.size();
				while (broken.find()) {
					String name = "random/P" + broken.group(1);
					if (sources.remove(name) != null) {
						files.remove(folder.resolve(name + ".java"));
					}
				}
				if (sources.size() == before) {
					throw ex;
				}
				this.errors.add(message);
			}
		}
		return Map.of();
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

}
