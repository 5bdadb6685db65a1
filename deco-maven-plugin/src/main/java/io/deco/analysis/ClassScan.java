package io.deco.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.deco.analysis.ClassHead.Scanned;

/**
 * One quick pass over all class files of a module and its class path: their heads, and
 * whether they mention one of a few marks. Nothing else of them is parsed or kept.
 */
final class ClassScan {

	static final String CONCURRENT = "Lio/deco/Concurrent;";

	static final String BEAN = "Lorg/springframework/context/annotation/Bean;";

	static final String SYNCHRONIZED = "Lio/deco/Synchronized;";

	static final String WOVEN = "Lio/deco/runtime/Woven;";

	static final String AWAITED = "Lio/deco/runtime/Awaited;";

	static final List<String> MARKS = List.of(CONCURRENT, BEAN, SYNCHRONIZED, WOVEN, AWAITED);

	private static final List<byte[]> BYTES = MARKS.stream()
		.map((mark) -> mark.getBytes(StandardCharsets.US_ASCII))
		.toList();

	private final Collection<ClassHeader> headers;

	private final Map<String, Set<String>> mentioning = new LinkedHashMap<>();

	private ClassScan(List<Scanned> classes) {
		this.headers = classes.stream().map(Scanned::header).toList();
		MARKS.forEach((mark) -> this.mentioning.put(mark, new LinkedHashSet<>()));
		for (Scanned scanned : classes) {
			for (byte[] mark : scanned.marks()) {
				mentioning(MARKS.get(BYTES.indexOf(mark))).add(scanned.header().name());
			}
		}
	}

	static ClassScan of(Map<String, ClassSource> classes) {
		return new ClassScan(new ArrayList<>(classes.entrySet()).parallelStream()
			.flatMap((entry) -> scan(entry.getKey(), entry.getValue()))
			.toList());
	}

	private static Stream<Scanned> scan(String name, ClassSource source) {
		try (InputStream in = source.open(name)) {
			Scanned scanned = ClassHead.read(in, BYTES);
			// A class in the wrong folder is not what its name says
			return (scanned != null && scanned.header().name().equals(name)) ? Stream.of(scanned) : Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read class " + name, ex);
		}
	}

	Collection<ClassHeader> headers() {
		return this.headers;
	}

	Set<String> mentioning(String mark) {
		return this.mentioning.getOrDefault(mark, Set.of());
	}

}
