package io.deco.analysis;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.deco.Concurrent;
import io.deco.analysis.classpath.ClassIndex;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Java sources, given as text, and the index of the classes that they compile to.
 */
public final class Sources {

	private static final Pattern PACKAGE = Pattern.compile("^\\s*package ([\\w.]+);", Pattern.MULTILINE);

	private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record|@interface) (\\w+)");

	private Sources() {
	}

	/**
	 * Indexes sources, each a file of its own, named after its first type.
	 */
	public static ClassIndex index(Path folder, String... sources) {
		compile(folder, List.of(), sources);
		return ClassIndex.open(List.of(folder), List.of(annotations()));
	}

	public static void compile(Path folder, List<Path> classPath, String... sources) {
		try {
			Map<Path, String> files = Arrays.stream(sources)
				.collect(Collectors.toMap((source) -> folder.resolve(file(source)), (source) -> source));
			for (Map.Entry<Path, String> file : files.entrySet()) {
				Files.createDirectories(file.getKey().getParent());
				Files.writeString(file.getKey(), file.getValue());
			}
			run(folder, classPath, new ArrayList<>(files.keySet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(Path folder, List<Path> classPath, List<Path> files) throws IOException {
		List<Path> all = new ArrayList<>(classPath);
		all.add(annotations());
		String path = all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
		StringWriter output = new StringWriter();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler
				.getTask(output, manager, null,
						List.of("-d", folder.toString(), "-cp", path, "--release", "17", "-nowarn"), null,
						manager.getJavaFileObjectsFromPaths(files))
				.call();
			assertThat(compiled).as(output.toString()).isTrue();
		}
	}

	/**
	 * Where the annotations of deco are.
	 */
	public static Path annotations() {
		try {
			return Path.of(Concurrent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String file(String source) {
		Matcher packageName = PACKAGE.matcher(source);
		Matcher type = TYPE.matcher(source);
		assertThat(type.find()).isTrue();
		String name = type.group(1) + ".java";
		return packageName.find() ? packageName.group(1).replace('.', '/') + '/' + name : name;
	}

}
