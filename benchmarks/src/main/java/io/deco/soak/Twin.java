package io.deco.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import io.deco.runtime.Woven;

/**
 * Makes the sequential twin of {@link SoakShapes}: the same source, compiled here and not
 * woven.
 */
final class Twin extends ClassLoader {

	private static final String SOURCE = "SoakShapes.java";

	private final Map<String, byte[]> classes;

	private Twin(Map<String, byte[]> classes) {
		super(Twin.class.getClassLoader());
		this.classes = classes;
	}

	static Shapes of(Steps steps) throws IOException, ReflectiveOperationException {
		Path folder = Files.createTempDirectory("twin");
		try {
			compile(folder);
			Class<?> twin = new Twin(read(folder)).loadClass(SoakShapes.class.getName());
			if (twin.isAnnotationPresent(Woven.class) || !SoakShapes.class.isAnnotationPresent(Woven.class)) {
				throw new IllegalStateException("One of the twins should be woven, and the other not");
			}
			return twin.asSubclass(Shapes.class).getConstructor(Steps.class).newInstance(steps);
		}
		finally {
			delete(folder);
		}
	}

	private static void compile(Path folder) throws IOException {
		Path source = folder.resolve(SOURCE);
		try (InputStream in = Objects.requireNonNull(Twin.class.getResourceAsStream(SOURCE), SOURCE)) {
			Files.copy(in, source);
		}
		JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "Needs a JDK");
		int failed = compiler.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
				folder.toString(), source.toString());
		if (failed != 0) {
			throw new IllegalStateException("The twin cannot be compiled");
		}
	}

	private static Map<String, byte[]> read(Path folder) throws IOException {
		Map<String, byte[]> classes = new HashMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((file) -> file.toString().endsWith(".class")).toList()) {
				String name = Objects.requireNonNull(file.getFileName()).toString();
				classes.put(Twin.class.getPackageName() + "." + name.substring(0, name.length() - ".class".length()),
						Files.readAllBytes(file));
			}
		}
		return classes;
	}

	private static void delete(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(folder)) {
			files = walk.sorted((one, other) -> other.compareTo(one)).toList();
		}
		for (Path file : files) {
			Files.delete(file);
		}
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		byte[] bytes = this.classes.get(name);
		if (bytes == null) {
			return super.loadClass(name, resolve);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : defineClass(name, bytes, 0, bytes.length);
		}
	}

}
