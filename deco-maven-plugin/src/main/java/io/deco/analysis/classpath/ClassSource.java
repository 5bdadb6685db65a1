package io.deco.analysis.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A place that class files come from.
 */
interface ClassSource extends AutoCloseable {

	/**
	 * Returns the internal names of all classes, without descriptors of modules and
	 * packages.
	 */
	Set<String> names();

	/**
	 * Reads the class file of one of the names.
	 */
	byte[] bytes(String name) throws IOException;

	/**
	 * Opens the class file of one of the names, of which not all may be needed.
	 */
	default InputStream open(String name) throws IOException {
		return new ByteArrayInputStream(bytes(name));
	}

	/**
	 * Returns what tells these classes from all others: sources with the same fingerprint
	 * have the same class files. Null if they are too likely to change.
	 */
	default @Nullable String fingerprint() {
		return null;
	}

	@Override
	default void close() throws IOException {
	}

	/**
	 * Returns the internal name of the class in a file, null if the file holds no class.
	 */
	static @Nullable String className(String file) {
		if (!file.endsWith(".class") || file.startsWith("META-INF/") || file.endsWith("module-info.class")
				|| file.endsWith("package-info.class")) {
			return null;
		}
		return file.substring(0, file.length() - ".class".length());
	}

}
