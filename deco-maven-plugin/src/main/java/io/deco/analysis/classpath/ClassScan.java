package io.deco.analysis.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassHead.Scanned;
import org.jspecify.annotations.Nullable;

/**
 * One quick pass over all class files of a module and its class path: their heads, and
 * whether they mention one of a few marks. Nothing else of them is parsed or kept.
 */
public final class ClassScan {

	/** The mark of classes that have concurrent methods. */
	public static final String CONCURRENT = "Lio/deco/Concurrent;";

	/** The mark of classes that declare beans in methods. */
	public static final String BEAN = "Lorg/springframework/context/annotation/Bean;";

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
		for (int i = 0; i < MARKS.size(); i++) {
			Set<String> mentioning = new LinkedHashSet<>();
			for (Scanned scanned : classes) {
				if ((scanned.marks() & 1 << i) != 0) {
					mentioning.add(scanned.header().name());
				}
			}
			this.mentioning.put(MARKS.get(i), mentioning);
		}
	}

	static ClassScan of(ClassPath classPath, HeadCache cache) {
		Map<ClassSource, List<Scanned>> heads = new ConcurrentHashMap<>();
		classPath.sources().parallelStream().forEach((source) -> {
			List<Scanned> known = cache.read(source);
			if (known != null) {
				heads.put(source, known);
			}
		});
		List<ClassSource> unknown = classPath.sources()
			.stream()
			.filter((source) -> !heads.containsKey(source))
			.toList();
		heads.putAll(scan(unknown));
		unknown.parallelStream().forEach((source) -> cache.write(source, heads.getOrDefault(source, List.of())));
		Map<String, ClassSource> homes = classPath.classes();
		return new ClassScan(classPath.sources()
			.stream()
			.flatMap((source) -> heads.getOrDefault(source, List.of())
				.stream()
				.filter((scanned) -> homes.get(scanned.header().name()) == source))
			.toList());
	}

	/**
	 * Whether a class of a source mentions a mark; no more of them are read than needed.
	 */
	static boolean mentions(ClassSource source, String mark) {
		int bit = 1 << MARKS.indexOf(mark);
		return source.names()
			.stream()
			.map((name) -> new SourceClass(source, name).scan())
			.anyMatch((scanned) -> scanned != null && (scanned.marks() & bit) != 0);
	}

	/** By class, not by source: one may have more than all others. */
	private static Map<ClassSource, List<Scanned>> scan(List<ClassSource> sources) {
		List<SourceClass> classes = new ArrayList<>();
		sources.forEach((source) -> source.names().forEach((name) -> classes.add(new SourceClass(source, name))));
		List<@Nullable Scanned> scanned = classes.parallelStream().map(SourceClass::scan).toList();
		Map<ClassSource, List<Scanned>> heads = new HashMap<>();
		for (int i = 0; i < classes.size(); i++) {
			Scanned head = scanned.get(i);
			if (head != null) {
				heads.computeIfAbsent(classes.get(i).source(), (source) -> new ArrayList<>()).add(head);
			}
		}
		return heads;
	}

	Collection<ClassHeader> headers() {
		return this.headers;
	}

	Set<String> mentioning(String mark) {
		return this.mentioning.getOrDefault(mark, Set.of());
	}

	private record SourceClass(ClassSource source, String name) {

		@Nullable Scanned scan() {
			try (InputStream in = this.source.open(this.name)) {
				Scanned scanned = ClassHead.read(in, BYTES);
				// A class in the wrong folder is not what its name says
				return (scanned != null && scanned.header().name().equals(this.name)) ? scanned : null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read class " + this.name, ex);
			}
		}

	}

}
