package io.deco.weave;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles sources that tests hold as text.
 */
public final class JavaSources {

	private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

	private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum|@interface) (\\w+)");

	private JavaSources() {
	}

	public static List<Path> classPath() {
		List<Path> paths = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			paths.add(Path.of(entry));
		}
		return paths;
	}

	public static void compile(Path folder, String... sources) {
		compile(folder, 17, sources);
	}

	static void compile(Path folder, int release, String... sources) {
		compile(folder, release, List.of(), sources);
	}

	static void compile(Path folder, int release, List<Path> libraries, String... sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<JavaFileObject> units = new ArrayList<>();
		for (String source : sources) {
			units.add(unit(source));
		}
		List<String> path = new ArrayList<>(List.of(folder.toString(), System.getProperty("java.class.path")));
		libraries.forEach((library) -> path.add(library.toString()));
		StringWriter messages = new StringWriter();
		boolean done = compiler.getTask(messages, null, null, List.of("-d", folder.toString(), "-cp",
				String.join(File.pathSeparator, path), "-proc:none", "-g", "--release", Integer.toString(release)),
				null, units)
			.call();
		assertThat(done).withFailMessage(messages::toString).isTrue();
	}

	private static JavaFileObject unit(String source) {
		Matcher type = TYPE.matcher(source);
		Matcher inPackage = PACKAGE.matcher(source);
		assertThat(type.find()).isTrue();
		String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
		URI name = URI.create("source:///" + folder + type.group(1) + ".java");
		return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return source;
			}

		};
	}

	static byte[] read(Path folder, String internalName) {
		try {
			return Files.readAllBytes(folder.resolve(internalName + ".class"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
