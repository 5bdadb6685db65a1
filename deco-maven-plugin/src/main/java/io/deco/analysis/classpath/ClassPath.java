package io.deco.analysis.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The class files of the running JDK, a module and its class path, found in the order in
 * which an application finds them.
 */
final class ClassPath implements AutoCloseable {

	private final PlatformSource platform = new PlatformSource();

	private final List<ClassSource> sources;

	private final Set<String> moduleClasses;

	private final Map<String, ClassSource> sourceOf;

	private ClassPath(List<ClassSource> module, List<ClassSource> classPath) {
		this.sources = new ArrayList<>(module);
		this.sources.addAll(classPath);
		this.sourceOf = new LinkedHashMap<>();
		module.forEach(this::register);
		this.moduleClasses = Collections.unmodifiableSet(new LinkedHashSet<>(this.sourceOf.keySet()));
		classPath.forEach(this::register);
	}

	private void register(ClassSource source) {
		source.names().forEach((name) -> this.sourceOf.putIfAbsent(name, source));
	}

	/**
	 * Opens all folders and jars. Entries that do not exist, or are no archives, are left
	 * out, as the JVM does.
	 */
	static ClassPath open(List<Path> module, List<Path> classPath) {
		return new ClassPath(sources(module), sources(classPath));
	}

	private static List<ClassSource> sources(List<Path> entries) {
		List<ClassSource> sources = new ArrayList<>();
		for (Path entry : entries) {
			try {
				if (Files.isDirectory(entry)) {
					sources.add(new FolderSource(entry));
				}
				else if (Files.isRegularFile(entry)) {
					sources.add(new JarSource(entry));
				}
			}
			catch (ZipException ex) {
				// Not an archive: holds no classes
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read " + entry, ex);
			}
		}
		return sources;
	}

	/**
	 * Returns the internal names of the module's classes.
	 */
	Set<String> moduleClasses() {
		return this.moduleClasses;
	}

	/**
	 * Returns the folders and jars, in the order in which classes are looked for.
	 */
	List<ClassSource> sources() {
		return Collections.unmodifiableList(this.sources);
	}

	/**
	 * Returns the classes of the module and the class path, by internal name, and where
	 * they are.
	 */
	Map<String, ClassSource> classes() {
		return Collections.unmodifiableMap(this.sourceOf);
	}

	/**
	 * Whether a class belongs to the running JDK.
	 */
	boolean isPlatform(String internalName) {
		return source(internalName) == this.platform;
	}

	/**
	 * Reads a class file.
	 * <p>
	 * Unmarked, since the parser of the Maven plugin tools does not know annotations on
	 * arrays.
	 * @return its bytes, null if the class is unknown
	 */
	@NullUnmarked
	byte[] bytes(String internalName) {
		ClassSource source = source(internalName);
		return (source != null) ? read(internalName, source) : null;
	}

	private static byte[] read(String internalName, ClassSource source) {
		try {
			return source.bytes(internalName);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read class " + internalName, ex);
		}
	}

	private @Nullable ClassSource source(String internalName) {
		try {
			return this.platform.contains(internalName) ? this.platform : this.sourceOf.get(internalName);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot look up class " + internalName, ex);
		}
	}

	@Override
	public void close() {
		for (ClassSource source : this.sources) {
			try {
				source.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
