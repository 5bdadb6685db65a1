package io.deco.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.oracle.api.Case;

/**
 * All cases, compiled and woven once a test run. The system property {@code oracle.case}
 * chooses some of them, as a glob such as {@code fields/Write*}.
 */
public final class Programs {

	private static final Path SOURCES = Path.of("src/test/cases");

	private static final String ALONE = "alone/";

	private static final Map<Form, List<Program>> BUILT = new EnumMap<>(Form.class);

	private Programs() {
	}

	/**
	 * The cases as most people compile.
	 */
	static List<Program> all() {
		return in(Form.JAVAC);
	}

	/**
	 * The cases in a form.
	 */
	static synchronized List<Program> in(Form form) {
		return BUILT.computeIfAbsent(form, Programs::build);
	}

	/**
	 * The folders that cases are compiled and woven against.
	 */
	public static List<Path> classPath() {
		return List.of(locationOf(Case.class), locationOf(Concurrent.class));
	}

	private static List<Program> build(Form form) {
		Map<String, String> sources = sources();
		Map<String, byte[]> classes = new Compilation(form, classPath())
			.compile(sources.keySet().stream().map(Programs::file).toList());
		List<Program> programs = new ArrayList<>();
		sources.keySet()
			.stream()
			.collect(Collectors.groupingBy(Programs::module, TreeMap::new, Collectors.toList()))
			.forEach((module, names) -> {
				Map<String, String> members = new TreeMap<>(sources);
				members.keySet().retainAll(names);
				Map<String, byte[]> files = new TreeMap<>(classes);
				files.keySet()
					.removeIf((name) -> !module(name.substring(Program.PACKAGE.length()).replace('.', '/'))
						.equals(module));
				programs.addAll(new Weaving(classPath()).weave(members, files));
			});
		return programs;
	}

	/**
	 * The module that a case belongs to: all are in one, but for those that make calls of
	 * the JDK's own interfaces concurrent.
	 */
	private static String module(String name) {
		return name.startsWith(ALONE) ? name.substring(0, (name + '$').indexOf('$')) : "";
	}

	/**
	 * The sources of the cases, by name.
	 */
	static Map<String, String> sources() {
		PathMatcher chosen = FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("oracle.case", "**"));
		Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : (Iterable<Path>) files.filter((path) -> path.toString().endsWith(".java"))::iterator) {
				String path = SOURCES.relativize(file).toString().replace('\\', '/');
				String name = path.substring(0, path.length() - ".java".length());
				if (chosen.matches(Path.of(name))) {
					sources.put(name, Files.readString(file));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sources;
	}

	static Path file(String name) {
		return SOURCES.resolve(name + ".java");
	}

	static Path locationOf(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
