package io.deco.analysis.classpath;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Who extends whom, from the heads of class files.
 * <p>
 * Going up reads the classes on the way only. Going down needs every class of the module
 * and its class path; their heads are read once, when they are first asked for.
 */
public final class ClassHierarchy {

	private static final String OBJECT = "java/lang/Object";

	/** As many as the class path of a web application has, so that maps need not grow. */
	private static final int CLASSES = 1 << 15;

	private final Function<String, @Nullable ClassHeader> reader;

	private final Map<String, Optional<ClassHeader>> headers = new ConcurrentHashMap<>(CLASSES);

	private final Map<String, Set<String>> children = new ConcurrentHashMap<>();

	private final Map<String, Set<String>> above = new ConcurrentHashMap<>();

	private final Set<String> scanned = new HashSet<>(CLASSES);

	private final Set<String> unscanned = new LinkedHashSet<>();

	ClassHierarchy(Function<String, @Nullable ClassHeader> reader) {
		this.reader = reader;
	}

	/**
	 * The head of a class, {@code null} if it is unknown.
	 */
	public @Nullable ClassHeader header(String name) {
		Optional<ClassHeader> header = this.headers.get(name);
		if (header == null) {
			header = Optional.ofNullable(this.reader.apply(name));
			this.headers.put(name, header);
		}
		return header.orElse(null);
	}

	/**
	 * Adds classes to those that {@link #subtypes} knows.
	 */
	void add(Collection<ClassHeader> scanned) {
		this.above.clear();
		for (ClassHeader header : scanned) {
			this.headers.put(header.name(), Optional.of(header));
			this.scanned.add(header.name());
			add(header.superName(), header);
			header.interfaces().forEach((parent) -> add(parent, header));
		}
		this.children.keySet().stream().filter((parent) -> !this.scanned.contains(parent)).forEach(this.unscanned::add);
	}

	private void add(@Nullable String parent, ClassHeader header) {
		if (parent != null && !OBJECT.equals(parent)) {
			this.children.computeIfAbsent(parent, (key) -> new LinkedHashSet<>(4)).add(header.name());
		}
	}

	boolean isScanned(String name) {
		return this.scanned.contains(name);
	}

	/**
	 * Returns the known classes below a type, without the type itself. Those of Object
	 * are not kept.
	 */
	Set<String> subtypes(String name) {
		Set<String> result = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>();
		open.add(name);
		if (!OBJECT.equals(name) && !this.scanned.contains(name)) {
			// Through the supertypes that are not scanned themselves, which are the
			// JDK's: a subclass of AbstractList is one of List.
			this.unscanned.stream().filter((parent) -> selfAndSupertypes(parent).contains(name)).forEach(open::add);
		}
		while (!open.isEmpty()) {
			for (String child : this.children.getOrDefault(open.pop(), Set.of())) {
				if (result.add(child)) {
					open.add(child);
				}
			}
		}
		result.remove(name);
		return Collections.unmodifiableSet(result);
	}

	/**
	 * Returns the type itself and all types above it that are known, subtypes first.
	 */
	public Set<String> selfAndSupertypes(String name) {
		Set<String> known = this.above.get(name);
		if (known == null) {
			known = Collections.unmodifiableSet(findSelfAndSupertypes(name));
			this.above.put(name, known);
		}
		return known;
	}

	private Set<String> findSelfAndSupertypes(String name) {
		Set<String> result = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>();
		open.add(name);
		while (!open.isEmpty()) {
			String next = open.poll();
			ClassHeader header = result.add(next) ? header(next) : null;
			if (header != null) {
				open.addAll(header.parents());
			}
		}
		return result;
	}

	/**
	 * Returns the class itself and its superclasses, nearest first.
	 */
	public Set<String> selfAndSuperclasses(String name) {
		Set<String> result = new LinkedHashSet<>();
		String next = name;
		while (next != null && result.add(next)) {
			ClassHeader header = header(next);
			next = (header != null) ? header.superName() : null;
		}
		return result;
	}

	boolean isAssignable(String from, String to) {
		if (from.equals(to) || OBJECT.equals(to)) {
			return true;
		}
		if (!from.startsWith("[")) {
			return !to.startsWith("[") && selfAndSupertypes(from).contains(to);
		}
		if (!to.startsWith("[")) {
			return "java/lang/Cloneable".equals(to) || "java/io/Serializable".equals(to);
		}
		String fromElement = element(from);
		String toElement = element(to);
		return fromElement != null && toElement != null && isAssignable(fromElement, toElement);
	}

	/**
	 * Returns the nearest class that both are assignable to. Interfaces count as Object,
	 * as in the JVM's verifier, and so does what is unknown.
	 */
	String commonSuperclass(String first, String second) {
		if (first.equals(second)) {
			return first;
		}
		if (first.startsWith("[") && second.startsWith("[")) {
			String firstElement = element(first);
			String secondElement = element(second);
			if (firstElement == null || secondElement == null) {
				return OBJECT;
			}
			String common = commonSuperclass(firstElement, secondElement);
			return common.startsWith("[") ? "[" + common : "[L" + common + ";";
		}
		if (isInterface(first) || isInterface(second)) {
			return OBJECT;
		}
		Set<String> above = selfAndSuperclasses(second);
		for (String candidate : selfAndSuperclasses(first)) {
			if (above.contains(candidate)) {
				return candidate;
			}
		}
		return OBJECT;
	}

	/**
	 * Whether a class is known to be an interface.
	 */
	boolean isInterface(String name) {
		ClassHeader header = name.startsWith("[") ? null : header(name);
		return header != null && header.isInterface();
	}

	/**
	 * Returns the element type of an array type, null if it is primitive.
	 */
	private static @Nullable String element(String array) {
		if (array.startsWith("[[")) {
			return array.substring(1);
		}
		return array.startsWith("[L") ? array.substring(2, array.length() - 1) : null;
	}

}
