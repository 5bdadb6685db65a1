package io.deco.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Compiles sources in memory, all in one run.
 */
final class Compilation {

	private final JavaCompiler compiler;

	private final List<String> options;

	Compilation(JavaCompiler compiler, List<String> options) {
		this.compiler = compiler;
		this.options = options;
	}

	/**
	 * Compiles sources.
	 * @param sources the sources, by path without ending
	 * @return the class files, by binary name
	 */
	Map<String, byte[]> compile(Map<String, String> sources) {
		List<JavaFileObject> units = new ArrayList<>();
		sources.forEach((path, source) -> units.add(new Source(path, source)));
		Map<String, ByteArrayOutputStream> files = new TreeMap<>();
		StringBuilder errors = new StringBuilder();
		try (JavaFileManager manager = new Memory(this.compiler.getStandardFileManager(null, null, null), files)) {
			boolean compiled = this.compiler.getTask(null, manager, (diagnostic) -> {
				if (diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
					errors.append(diagnostic).append('\n');
				}
			}, this.options, null, units).call();
			if (!compiled) {
				throw new IllegalStateException("The cases do not compile:\n" + errors);
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		Map<String, byte[]> classes = new TreeMap<>();
		files.forEach((name, file) -> classes.put(name, file.toByteArray()));
		return classes;
	}

	/**
	 * A source in memory.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String path, String text) {
			super(URI.create("string:///" + path + ".java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

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
