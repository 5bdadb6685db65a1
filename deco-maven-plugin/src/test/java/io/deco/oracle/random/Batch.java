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

/**
 * Programs that are compiled and woven together, because that is what costs.
 */
final class Batch {

	private static final Pattern BROKEN = Pattern.compile("P(\\d+)\\.java");

	private final Form form;

	private final Map<RandomProgram, Program> built = new LinkedHashMap<>();

	private final List<String> errors = new ArrayList<>();

	Batch(Form form, List<RandomProgram> programs) {
		this.form = form;
		Map<String, RandomProgram> byName = new TreeMap<>();
		Map<String, String> sources = new TreeMap<>();
		for (int i = 0; i < programs.size(); i++) {
			String name = "P" + i;
			byName.put("random/" + name, programs.get(i));
			sources.put("random/" + name, programs.get(i).source(name));
		}
		Map<String, byte[]> classes = compile(sources);
		for (Program program : new Weaving(Programs.classPath()).weave(sources, classes)) {
			this.built.put(byName.get(program.name()), program);
		}
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
