package io.deco.oracle;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Compiles sources into memory, all in one run.
 */
public final class Compilation {

	private final JavaCompiler compiler;

	private final List<String> options;

	public Compilation(Form form, List<Path> classPath) {
		this.compiler = form.compiler();
		this.options = new ArrayList<>(form.options());
		this.options.addAll(List.of("-proc:none", "-nowarn", "-classpath",
				String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())));
	}

	/**
	 * Compiles sources.
	 * @param sources the source files
	 * @return the class files, by binary name
	 */
	public Map<String, byte[]> compile(Collection<Path> sources) {
		Map<String, ByteArrayOutputStream> files = new TreeMap<>();
		StringBuilder errors = new StringBuilder();
		try (StandardJavaFileManager standard = this.compiler.getStandardFileManager(null, null, null);
				JavaFileManager manager = new Memory(standard, files)) {
			boolean compiled = this.compiler.getTask(Writer.nullWriter(), manager, (diagnostic) -> {
				if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
					errors.append(diagnostic.getSource()).append(": ").append(diagnostic.getMessage(null)).append('\n');
				}
			}, this.options, null, standard.getJavaFileObjectsFromPaths(sources)).call();
			if (!compiled) {
				throw new IllegalStateException("The cases do not compile:\n" + errors);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, byte[]> classes = new TreeMap<>();
		files.forEach((name, file) -> classes.put(name, file.toByteArray()));
		return classes;
	}

	/**
	 * Keeps class files in memory.
	 */
	private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

		private final Map<String, ByteArrayOutputStream> files;

		Memory(JavaFileManager manager, Map<String, ByteArrayOutputStream> files) {
			super(manager);
			this.files = files;
		}

		@Override
		public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
				FileObject sibling) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			this.files.put(name.replace('/', '.'), file);
			return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".class"), kind) {
				@Override
				public OutputStream openOutputStream() {
					return file;
				}
			};
		}

	}

}
