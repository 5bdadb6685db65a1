package io.deco.analysis.classpath;

import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of class files, which are kept as long as memory allows: those of a module are
 * needed several times.
 */
final class FolderSource implements ClassSource {

	private final Path folder;

	private final Set<String> names;

	private final Map<String, SoftReference<byte[]>> known = new ConcurrentHashMap<>();

	FolderSource(Path folder) throws IOException {
		this.folder = folder;
		this.names = list(folder);
	}

	private static Set<String> list(Path folder) throws IOException {
		Set<String> names = new LinkedHashSet<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : (Iterable<Path>) files.sorted()::iterator) {
				String name = ClassSource
					.className(folder.relativize(file).toString().replace(File.separatorChar, '/'));
				if (name != null) {
					names.add(name);
				}
			}
		}
		return names;
	}

	@Override
	public Set<String> names() {
		return this.names;
	}

	@Override
	public byte[] bytes(String name) throws IOException {
		SoftReference<byte[]> reference = this.known.get(name);
		byte[] bytes = (reference != null) ? reference.get() : null;
		if (bytes == null) {
			bytes = Files.readAllBytes(this.folder.resolve(name + ".class"));
			this.known.put(name, new SoftReference<>(bytes));
		}
		return bytes;
	}

}
