package io.deco.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import io.deco.Concurrent;
import io.deco.oracle.api.Case;
import org.jspecify.annotations.Nullable;

/**
 * All cases, compiled and woven once a test run. The system property {@code oracle.case}
 * chooses some of them, as a glob such as {@code fields/Write*}.
 */
final class Programs {

	private static final Path SOURCES = Path.of("src/test/cases");

	private static @Nullable List<Program> debuggable;

	private static @Nullable List<Program> stripped;

	private Programs() {
	}

	/**
	 * The cases with all debug information.
	 */
	static synchronized List<Program> all() {
		if (debuggable == null) {
			debuggable = build("-g", "-parameters");
		}
		return debuggable;
	}

	/**
	 * The cases without any debug information.
	 */
	static synchronized List<Program> withoutDebugInformation() {
		if (stripped == null) {
			stripped = build("-g:none");
		}
		return stripped;
	}

	/**
	 * The folders that cases are compiled and woven against.
	 */
	static List<Path> classPath() {
		return List.of(locationOf(Case.class), locationOf(Concurrent.class));
	}

	private static List<Program> build(String... options) {
		Map<String, String> sources = sources();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> arguments = new ArrayList<>(List.of(options));
		arguments.addAll(List.of("--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-classpath",
				String.join(java.io.File.pathSeparator, classPath().stream().map(Path::toString).toList())));
		Map<String, byte[]> classes = new Compilation(compiler, arguments).compile(sources);
		return new Weaving(classPath()).weave(sources, classes);
	}

	private static Map<String, String> sources() {
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

	private static Path locationOf(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
