package io.deco.analysis.classpath;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The classes of the running JDK, from its {@code jrt:} image. They are looked up, never
 * listed.
 */
final class PlatformSource implements ClassSource {

	private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));

	private final Map<String, List<Path>> modulesOfPackage = new ConcurrentHashMap<>();

	private final Map<String, Boolean> contained = new ConcurrentHashMap<>();

	@Override
	public Set<String> names() {
		return Set.of();
	}

	boolean contains(String name) throws IOException {
		Boolean contained = this.contained.get(name);
		if (contained == null) {
			contained = file(name) != null;
			this.contained.put(name, contained);
		}
		return contained;
	}

	@Override
	public byte[] bytes(String name) throws IOException {
		Path file = file(name);
		if (file == null) {
			throw new NoSuchFileException(name);
		}
		return Files.readAllBytes(file);
	}

	private @Nullable Path file(String name) throws IOException {
		int slash = name.lastIndexOf('/');
		if (slash < 0) {
			return null;
		}
		for (Path module : modules(name.substring(0, slash).replace('/', '.'))) {
			Path file = module.resolve(name + ".class");
			if (Files.isRegularFile(file)) {
				return file;
			}
		}
		return null;
	}

	private List<Path> modules(String packageName) throws IOException {
		List<Path> modules = this.modulesOfPackage.get(packageName);
		if (modules == null) {
			Path links = this.image.getPath("/packages", packageName);
			if (Files.isDirectory(links)) {
				try (Stream<Path> names = Files.list(links)) {
					modules = names.map((link) -> this.image.getPath("/modules", link.getFileName().toString()))
						.toList();
				}
			}
			else {
				modules = List.of();
			}
			this.modulesOfPackage.put(packageName, modules);
		}
		return modules;
	}

}
