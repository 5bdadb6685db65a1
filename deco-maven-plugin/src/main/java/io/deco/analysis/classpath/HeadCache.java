package io.deco.analysis.classpath;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;

import io.deco.analysis.classpath.ClassHead.Scanned;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the heads of the classes in jars from one build to the next, a file for each
 * jar. Most of the time that reading them takes is for unpacking them, and most jars of a
 * class path are the same in every build.
 * <p>
 * A file is named after the {@linkplain ClassSource#fingerprint fingerprint} of its jar
 * and what was looked for, and ends with a checksum of itself. One that is missing or
 * damaged is written anew; one that cannot be written is done without.
 */
final class HeadCache {

	private static final int FORMAT = 1;

	private static final int NONE = -1;

	private final @Nullable Path folder;

	/**
	 * Creates a cache.
	 * @param folder its folder, null to remember nothing
	 */
	HeadCache(@Nullable Path folder) {
		this.folder = folder;
	}

	/**
	 * Returns the heads of the classes of a source, null if they are not known.
	 */
	@Nullable List<Scanned> read(ClassSource source) {
		Path file = file(source);
		if (file == null || !Files.isRegularFile(file)) {
			return null;
		}
		try {
			byte[] content = Files.readAllBytes(file);
			int end = content.length - Long.BYTES;
			boolean complete = end > 0 && ByteBuffer.wrap(content).getLong(end) == checksum(content, end);
			return complete ? decode(content) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Remembers the heads of the classes of a source.
	 */
	void write(ClassSource source, List<Scanned> heads) {
		Path file = file(source);
		if (file == null) {
			return;
		}
		try {
			Files.createDirectories(file.getParent());
			Path written = file.resolveSibling("%s.%d-%d.tmp".formatted(file.getFileName(),
					ProcessHandle.current().pid(), Thread.currentThread().getId()));
			try {
				Files.write(written, encode(heads));
				Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(written);
			}
		}
		catch (IOException ex) {
			// Then the next build reads the jar again
		}
	}

	private @Nullable Path file(ClassSource source) {
		String fingerprint = source.fingerprint();
		if (this.folder == null || fingerprint == null) {
			return null;
		}
		int sought = Objects.hash(FORMAT, ClassHead.NEWEST, ClassScan.MARKS);
		return this.folder.resolve("%s-%08x.heads".formatted(fingerprint, sought));
	}

	private static byte[] encode(List<Scanned> heads) throws IOException {
		Map<String, Integer> texts = new LinkedHashMap<>();
		ToIntFunction<String> place = (text) -> texts.computeIfAbsent(text, (added) -> texts.size());
		ByteArrayOutputStream classes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(classes);
		out.writeInt(heads.size());
		for (Scanned scanned : heads) {
			ClassHeader header = scanned.header();
			out.writeInt(place.applyAsInt(header.name()));
			out.writeShort(header.access());
			out.writeInt((header.superName() != null) ? place.applyAsInt(header.superName()) : NONE);
			out.writeShort(header.interfaces().size());
			for (String parent : header.interfaces()) {
				out.writeInt(place.applyAsInt(parent));
			}
			out.writeShort(scanned.marks());
		}
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		out = new DataOutputStream(all);
		out.writeInt(texts.size());
		for (String text : texts.keySet()) {
			out.writeUTF(text);
		}
		classes.writeTo(out);
		out.writeLong(checksum(all.toByteArray(), all.size()));
		return all.toByteArray();
	}

	private static List<Scanned> decode(byte[] content) throws IOException {
		ByteBuffer in = ByteBuffer.wrap(content);
		String[] texts = new String[in.getInt()];
		for (int i = 0; i < texts.length; i++) {
			texts[i] = ClassHead.text(content, in.position());
			in.position(in.position() + Short.BYTES + Short.toUnsignedInt(in.getShort(in.position())));
		}
		int size = in.getInt();
		List<Scanned> heads = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			String name = texts[in.getInt()];
			int access = Short.toUnsignedInt(in.getShort());
			int above = in.getInt();
			int count = Short.toUnsignedInt(in.getShort());
			List<String> interfaces = new ArrayList<>(count);
			for (int j = 0; j < count; j++) {
				interfaces.add(texts[in.getInt()]);
			}
			ClassHeader header = new ClassHeader(name, access, (above != NONE) ? texts[above] : null, interfaces);
			heads.add(new Scanned(header, in.getShort()));
		}
		return heads;
	}

	private static long checksum(byte[] content, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(content, 0, length);
		return checksum.getValue();
	}

}
