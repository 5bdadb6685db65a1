package io.deco.weave;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Keeps each woven class also as the compiler wrote it, so that weaving always starts
 * from there: weaving again, and building incrementally, give what a clean build gives.
 * <p>
 * A copy is valid as long as the class file is one that was written here, known by its
 * hash, or the copy itself. Any other class file has been compiled since: it is pristine,
 * and its copy is dropped. To survive being killed at any point, a class file is replaced
 * in one step, after its copy and its next hash have been written; until all is done, old
 * and new hashes are both known.
 */
public final class PristineCopies {

	/** Replaces a file in one step, where the file system can. */
	static final Move MOVE = PristineCopies::move;

	private static final String SUFFIX = ".class";

	private final Path classes;

	private final Path copies;

	private final Path record;

	private final Map<String, Set<String>> hashes = new TreeMap<>();

	private final Move move;

	private PristineCopies(Path classes, Path copies, Move move) {
		this.classes = classes;
		this.copies = copies;
		this.move = move;
		this.record = copies.resolveSibling(copies.getFileName() + ".sha256");
	}

	/**
	 * Opens the copies of a class folder, dropping those that are not valid any more.
	 * @param classes the class folder
	 * @param copies the folder of the copies, which take precedence over the classes
	 * @return the copies
	 * @throws IOException if a file cannot be read or written
	 */
	public static PristineCopies open(Path classes, Path copies) throws IOException {
		return open(classes, copies, MOVE);
	}

	static PristineCopies open(Path classes, Path copies, Move move) throws IOException {
		PristineCopies opened = new PristineCopies(classes, copies, move);
		opened.readRecord();
		for (String name : opened.copied()) {
			if (!opened.isValid(name)) {
				opened.forget(name);
			}
		}
		opened.hashes.keySet().retainAll(opened.copied());
		return opened;
	}

	/**
	 * Makes the class folder hold the woven form of the given classes and the pristine
	 * form of all others. Class files that need no change are not touched, and a changed
	 * one keeps its time of modification, which compilers compare with that of its
	 * source.
	 * @param woven the woven class files by internal name
	 * @throws IOException if a file cannot be read or written
	 */
	public void install(Map<String, byte[]> woven) throws IOException {
		Map<String, String> next = new TreeMap<>();
		for (Map.Entry<String, byte[]> entry : woven.entrySet()) {
			String name = entry.getKey();
			String hash = hash(entry.getValue());
			next.put(name, hash);
			if (!Files.exists(copy(name)) && Files.exists(classFile(name))) {
				replace(copy(name), Files.readAllBytes(classFile(name)));
			}
			this.hashes.computeIfAbsent(name, (key) -> new TreeSet<>()).add(hash);
		}
		writeRecord();
		for (Map.Entry<String, byte[]> entry : woven.entrySet()) {
			replace(classFile(entry.getKey()), entry.getValue());
		}
		next.forEach((name, hash) -> this.hashes.put(name, Set.of(hash)));
		for (String name : copied()) {
			if (!woven.containsKey(name)) {
				replace(classFile(name), Files.readAllBytes(copy(name)));
				forget(name);
			}
		}
		writeRecord();
	}

	private boolean isValid(String name) throws IOException {
		if (!this.hashes.containsKey(name) || !Files.exists(classFile(name))) {
			return false;
		}
		String current = hash(Files.readAllBytes(classFile(name)));
		return this.hashes.getOrDefault(name, Set.of()).contains(current)
				|| current.equals(hash(Files.readAllBytes(copy(name))));
	}

	private void forget(String name) throws IOException {
		Files.deleteIfExists(copy(name));
		this.hashes.remove(name);
	}

	private List<String> copied() throws IOException {
		List<String> names = new ArrayList<>();
		if (Files.isDirectory(this.copies)) {
			try (Stream<Path> files = Files.walk(this.copies)) {
				for (Path file : (Iterable<Path>) files.sorted()::iterator) {
					String name = this.copies.relativize(file).toString().replace(File.separatorChar, '/');
					if (name.endsWith(SUFFIX)) {
						names.add(name.substring(0, name.length() - SUFFIX.length()));
					}
				}
			}
		}
		return names;
	}

	private void readRecord() throws IOException {
		if (!Files.exists(this.record)) {
			return;
		}
		for (String line : Files.readAllLines(this.record)) {
			int space = line.indexOf(' ');
			if (space > 0) {
				this.hashes.computeIfAbsent(line.substring(space + 1), (name) -> new TreeSet<>())
					.add(line.substring(0, space));
			}
		}
	}

	private void writeRecord() throws IOException {
		StringBuilder lines = new StringBuilder();
		this.hashes.forEach(
				(name, known) -> known.forEach((hash) -> lines.append(hash).append(' ').append(name).append('\n')));
		replace(this.record, lines.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void replace(Path file, byte[] content) throws IOException {
		FileTime modified = null;
		if (Files.exists(file)) {
			if (MessageDigest.isEqual(Files.readAllBytes(file), content)) {
				return;
			}
			modified = Files.getLastModifiedTime(file);
		}
		Path next = this.copies.resolve("next.tmp");
		createFolderOf(file);
		createFolderOf(next);
		Path written = Files.write(next, content);
		if (modified != null) {
			Files.setLastModifiedTime(written, modified);
		}
		this.move.replace(written, file);
	}

	/** Most exist, which costs much less to see than to be told. */
	private static void createFolderOf(Path file) throws IOException {
		Path folder = file.getParent();
		if (folder != null && !Files.isDirectory(folder)) {
			Files.createDirectories(folder);
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			// The folders are on different file systems: being killed now costs a clean.
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private Path classFile(String name) {
		return this.classes.resolve(name + SUFFIX);
	}

	private Path copy(String name) {
		return this.copies.resolve(name + SUFFIX);
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The only step that changes a file which others read. */
	@FunctionalInterface
	interface Move {

		void replace(Path from, Path to) throws IOException;

	}

}
