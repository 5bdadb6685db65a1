package io.deco.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Loads classes from a folder, some of them in another form, before its parent does.
 */
final class DefiningClassLoader extends ClassLoader {

	private final Path folder;

	private final Map<String, byte[]> classes;

	DefiningClassLoader(Path folder, Map<String, byte[]> classes) {
		super(DefiningClassLoader.class.getClassLoader());
		this.folder = folder;
		this.classes = classes;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			if (loaded != null) {
				return loaded;
			}
			byte[] classFile = classFile(name.replace('.', '/'));
			return (classFile != null) ? defineClass(name, classFile, 0, classFile.length)
					: super.loadClass(name, resolve);
		}
	}

	private byte @Nullable [] classFile(String internalName) throws ClassNotFoundException {
		Path file = this.folder.resolve(internalName + ".class");
		try {
			byte[] other = this.classes.get(internalName);
			return (other != null || !Files.exists(file)) ? other : Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(internalName, ex);
		}
	}

}
