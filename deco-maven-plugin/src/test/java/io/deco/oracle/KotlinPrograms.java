package io.deco.oracle;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kotlin.KotlinVersion;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * The cases that are written in Kotlin, compiled with its own compiler and woven as one
 * module.
 */
final class KotlinPrograms {

	private static final Path SOURCES = Path.of("src/test/cases/kotlin");

	private KotlinPrograms() {
	}

	/**
	 * Compiles and weaves all cases.
	 */
	static List<Program> build() {
		List<Path> classPath = new ArrayList<>(Programs.classPath());
		classPath.add(Programs.locationOf(KotlinVersion.class));
		return new Weaving(classPath).weave(sources(), compile(classPath));
	}

	private static Map<String, String> sources() {
		Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				String name = String.valueOf(file.getFileName()).replace(".kt", "");
				sources.put("kotlin/" + name, Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sources;
	}

	private static Map<String, byte[]> compile(List<Path> classPath) {
		try {
			Path folder = Files.createTempDirectory("kotlin");
			try {
				ByteArrayOutputStream messages = new ByteArrayOutputStream();
				ExitCode code = new K2JVMCompiler().exec(new PrintStream(messages, true, StandardCharsets.UTF_8),
						"-no-stdlib", "-no-reflect", "-jvm-target", "17", "-java-parameters", "-d", folder.toString(),
						"-classpath",
						classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
						SOURCES.toString());
				if (code != ExitCode.OK) {
					throw new IllegalStateException(
							"The cases do not compile:\n" + messages.toString(StandardCharsets.UTF_8));
				}
				return read(folder);
			}
			finally {
				Weaving.delete(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, byte[]> read(Path folder) throws IOException {
		Map<String, byte[]> classes = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : (Iterable<Path>) files.filter((path) -> path.toString().endsWith(".class"))::iterator) {
				String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
				classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
			}
		}
		return classes;
	}

}
