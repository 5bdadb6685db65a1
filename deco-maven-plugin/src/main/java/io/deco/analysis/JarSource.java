package io.deco.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar, seen as the running JDK sees it if it has several releases.
 */
final class JarSource implements ClassSource {

	private final JarFile jar;

	private final Set<String> names = new LinkedHashSet<>();

	JarSource(Path file) throws IOException {
		this.jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
		this.jar.versionedStream().forEach((entry) -> {
			String name = ClassSource.className(entry.getName());
			if (name != null) {
				this.names.add(name);
			}
		});
	}

	@Override
	public Set<String> names() {
		return this.names;
	}

	@Override
	public byte[] bytes(String name) throws IOException {
		try (InputStream in = open(name)) {
			return in.readAllBytes();
		}
	}

	@Override
	public InputStream open(String name) throws IOException {
		ZipEntry entry = this.jar.getEntry(name + ".class");
		if (entry == null) {
			throw new NoSuchFileException(name);
		}
		return this.jar.getInputStream(entry);
	}

	@Override
	public void close() throws IOException {
		this.jar.close();
	}

}
