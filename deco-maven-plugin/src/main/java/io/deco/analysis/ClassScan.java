package io.deco.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.objectweb.asm.ClassReader;

/**
 * One quick pass over all class files of a module and its class path: their heads, and
 * whether they mention one of a few marks. Nothing else of them is parsed or kept.
 */
final class ClassScan {

	static final String CONCURRENT = "Lio/deco/Concurrent;";

	static final String BEAN = "Lorg/springframework/context/annotation/Bean;";

	static final List<String> MARKS = List.of(CONCURRENT, BEAN);

	private final Collection<ClassHeader> headers;

	private final Map<String, Set<String>> mentioning = new LinkedHashMap<>();

	private ClassScan(List<Scanned> classes) {
		this.headers = classes.stream().map(Scanned::header).toList();
		for (String mark : MARKS) {
			Set<String> names = new LinkedHashSet<>();
			for (Scanned scanned : classes) {
				if (scanned.marks().contains(mark)) {
					names.add(scanned.header().name());
				}
			}
			this.mentioning.put(mark, names);
		}
	}

	static ClassScan of(Map<String, ClassSource> classes) {
		return new ClassScan(new ArrayList<>(classes.entrySet()).parallelStream()
			.flatMap((entry) -> scan(entry.getKey(), entry.getValue()).stream())
			.toList());
	}

	private static Optional<Scanned> scan(String name, ClassSource source) {
		try {
			byte[] bytes = source.bytes(name);
			ClassHeader header = ClassHeader.of(new ClassReader(bytes));
			// A class in the wrong folder is not what its name says
			return header.name().equals(name) ? Optional.of(new Scanned(header, marks(bytes))) : Optional.empty();
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			// A class file of a future release, or none at all
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read class " + name, ex);
		}
	}

	private static List<String> marks(byte[] bytes) {
		List<String> marks = new ArrayList<>(0);
		for (String mark : MARKS) {
			if (contains(bytes, mark.getBytes(StandardCharsets.US_ASCII))) {
				marks.add(mark);
			}
		}
		return marks;
	}

	private static boolean contains(byte[] bytes, byte[] wanted) {
		next: for (int i = 0; i <= bytes.length - wanted.length; i++) {
			for (int j = 0; j < wanted.length; j++) {
				if (bytes[i + j] != wanted[j]) {
					continue next;
				}
			}
			return true;
		}
		return false;
	}

	Collection<ClassHeader> headers() {
		return this.headers;
	}

	Set<String> mentioning(String mark) {
		return this.mentioning.getOrDefault(mark, Set.of());
	}

	private record Scanned(ClassHeader header, List<String> marks) {
	}

}
