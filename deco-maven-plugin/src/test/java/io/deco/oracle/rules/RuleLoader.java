package io.deco.oracle.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Loads the class of a rule, and its subjects anew, so that they are initialised in each
 * run.
 */
final class RuleLoader extends ClassLoader {

	private static final String SUBJECTS = Subjects.class.getName();

	private final Map<String, byte[]> classes;

	RuleLoader(Map<String, byte[]> classes) {
		super(RuleLoader.class.getClassLoader());
		this.classes = classes;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			if (loaded != null) {
				return loaded;
			}
			byte[] bytes = bytes(name);
			return (bytes != null) ? defineClass(name, bytes, 0, bytes.length) : super.loadClass(name, resolve);
		}
	}

	private byte @Nullable [] bytes(String name) {
		if (!name.equals(SUBJECTS) && !name.startsWith(SUBJECTS + "$")) {
			return this.classes.get(name.replace('.', '/'));
		}
		try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
			return (in != null) ? in.readAllBytes() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
