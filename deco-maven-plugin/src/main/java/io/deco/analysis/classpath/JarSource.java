package io.deco.analysis.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar, seen as the running JDK sees it if it has several releases.
 */
final class JarSource implements ClassSource {

	private final JarFile jar;

	private final Set<String> names = new LinkedHashSet<>();

	private final String fingerprint;

	JarSource(Path file) throws IOException {
		this.jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
		CRC32 first = new CRC32();
		CRC32C second = new CRC32C();
		ByteBuffer sums = ByteBuffer.allocate(2 * Long.BYTES);
		this.jar.versionedStream().forEach((entry) -> {
			String name = ClassSource.className(entry.getName());
			if (name != null) {
				this.names.add(name);
				byte[] text = name.getBytes(StandardCharsets.UTF_8);
				byte[] content = sums.clear().putLong(entry.getCrc()).putLong(entry.getSize()).array();
				for (Checksum checksum : List.of(first, second)) {
					checksum.update(text);
					checksum.update(content);
				}
			}
		});
		this.fingerprint = "%08x%08x".formatted(first.getValue(), second.getValue());
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

	/**
	 * From the directory of the archive, which has a checksum of each class file. Neither
	 * a name nor a time says what is in an archive.
	 */
	@Override
	public String fingerprint() {
		return this.fingerprint;
	}

	@Override
	public void close() throws IOException {
		this.jar.close();
	}

}
