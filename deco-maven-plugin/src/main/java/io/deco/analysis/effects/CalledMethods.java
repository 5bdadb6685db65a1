package io.deco.analysis.effects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.MethodFamily;
import io.deco.analysis.effects.ArgumentWrites.Written;
import org.jspecify.annotations.Nullable;

/**
 * Follows calls from method to method, to find what is certainly modified behind them.
 */
final class CalledMethods {

	/** How many implementations of a method are followed. */
	static final int MANY = 8;

	private static final int MAX_METHODS = 256;

	/** Code of the module that is too much to be followed. */
	private static final Written BEYOND = new Written(0, 0, 0, -1L);

	private final ClassIndex index;

	private final Function<DeclaredMethod, Written> bodies;

	private final Map<String, Written> known = new HashMap<>();

	private @Nullable Search search;

	CalledMethods(ClassIndex index, Function<DeclaredMethod, Written> bodies) {
		this.index = index;
		this.bodies = bodies;
	}

	/**
	 * What a call modifies, whichever implementation it runs.
	 */
	Written of(String owner, String name, String descriptor) {
		String method = owner + '.' + name + descriptor;
		Written written = this.known.get(method);
		if (written != null) {
			return written;
		}
		List<DeclaredMethod> implementations = implementations(owner, name, descriptor);
		return (implementations.size() > MANY) ? beyond(owner) : find(method, implementations);
	}

	/**
	 * What a method modifies itself, and in what it calls.
	 */
	Written of(DeclaredMethod method) {
		String key = "only " + method.type().name + '.' + method.method().name + method.method().desc;
		Written written = this.known.get(key);
		return (written != null) ? written : find(key, List.of(method));
	}

	/**
	 * What is not followed: a library is only looked into as far as it shows what it
	 * modifies.
	 */
	private Written beyond(String owner) {
		return this.index.inModule(owner) ? BEYOND : Written.NOTHING;
	}

	private Written find(String method, List<DeclaredMethod> implementations) {
		if (this.search != null) {
			return this.search.find(method, implementations);
		}
		this.search = new Search();
		try {
			this.search.find(method, implementations);
			this.known.putAll(this.search.run());
		}
		finally {
			this.search = null;
		}
		return this.known.getOrDefault(method, Written.NOTHING);
	}

	private List<DeclaredMethod> implementations(String owner, String name, String descriptor) {
		DeclaredMethod resolved = this.index.resolveMethod(owner, name, descriptor);
		if (resolved == null) {
			return List.of();
		}
		return name.equals("<init>") ? List.of(resolved)
				: MethodFamily.of(this.index, owner, resolved).implementations();
	}

	private Written inside(DeclaredMethod method) {
		Written written = this.bodies.apply(method);
		return new Written(0, written.visibly(), written.parts(), written.unseen());
	}

	/**
	 * Looks into a method and those that it calls, each again only if what it calls is
	 * seen to write more than was known before. Beyond some number of methods, nothing
	 * more is certain.
	 */
	private final class Search {

		private final Map<String, List<DeclaredMethod>> implementations = new HashMap<>();

		private final Map<String, Written> found = new HashMap<>();

		private final Map<String, Set<String>> callers = new HashMap<>();

		private final Deque<String> open = new ArrayDeque<>();

		private String current = "";

		Written find(String method, List<DeclaredMethod> implementations) {
			Written written = this.found.get(method);
			if (written == null) {
				if (this.found.size() >= MAX_METHODS) {
					return implementations.isEmpty() ? Written.NOTHING : beyond(implementations.get(0).type().name);
				}
				this.found.put(method, Written.NOTHING);
				this.implementations.put(method, implementations);
				this.open.add(method);
			}
			this.callers.computeIfAbsent(method, (key) -> new LinkedHashSet<>()).add(this.current);
			return (written != null) ? written : Written.NOTHING;
		}

		Map<String, Written> run() {
			while (!this.open.isEmpty()) {
				this.current = this.open.remove();
				Written written = this.implementations.getOrDefault(this.current, List.of())
					.stream()
					.map(CalledMethods.this::inside)
					.reduce(Written.NOTHING, Written::and);
				if (!written.equals(this.found.put(this.current, written))) {
					this.callers.getOrDefault(this.current, Set.of())
						.stream()
						.filter((caller) -> this.found.containsKey(caller) && !this.open.contains(caller))
						.forEach(this.open::add);
				}
			}
			return this.found;
		}

	}

}
