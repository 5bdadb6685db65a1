package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.ArgumentWrites.Written;
import io.deco.analysis.ClassIndex.DeclaredMethod;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Reads from the byte code of called methods what a call certainly modifies: its own
 * caller's arguments, or something that is reached through them.
 */
final class CallWrites {

	private static final int MAX_METHODS = 256;

	private static final int MANY = 8;

	private static final Set<String> MUTATORS = Set.of("add", "addAll", "addFirst", "addLast", "append", "clear",
			"compute", "computeIfAbsent", "computeIfPresent", "delete", "fill", "insert", "merge", "offer",
			"offerFirst", "offerLast", "poll", "pollFirst", "pollLast", "pop", "push", "put", "putAll", "putIfAbsent",
			"remove", "removeAll", "removeFirst", "removeIf", "removeLast", "replace", "replaceAll", "retainAll",
			"reverse", "set", "setLength", "setValue", "shuffle", "sort", "swap");

	private final ClassIndex index;

	private final ArgumentWrites writes;

	private final Map<String, Written> known = new HashMap<>();

	private @Nullable Search search;

	CallWrites(ClassIndex index, ArgumentWrites writes) {
		this.index = index;
		this.writes = writes;
	}

	Written of(MethodInsnNode call, List<Origin> operands) {
		if (operands.stream().allMatch((operand) -> operand.parameters() == 0) || call.name.equals("<init>")) {
			return Written.NOTHING;
		}
		boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
		if (call.owner.startsWith("java/util/") || call.owner.equals("java/lang/StringBuilder")) {
			return (MUTATORS.contains(call.name)) ? ArgumentWrites.written(operands.get(0)) : Written.NOTHING;
		}
		Written inside = inside(call.owner, call.name, call.desc);
		Written written = Written.NOTHING;
		for (int i = 0; i < operands.size(); i++) {
			int parameter = (isStatic) ? i : i - 1;
			long bit = (parameter < 0) ? Written.RECEIVER : 1L << parameter;
			if ((inside.visibly() & bit) != 0) {
				written = written.and(ArgumentWrites.written(operands.get(i)));
			}
			if ((inside.parts() & bit) != 0) {
				written = written.and(new Written(operands.get(i).parameters(), 0, operands.get(i).parameters()));
			}
		}
		return written;
	}

	/**
	 * A lambda that modifies what it is given may be given anything that the method can
	 * reach.
	 */
	Written of(InvokeDynamicInsnNode dynamic) {
		for (Object argument : dynamic.bsmArgs) {
			if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
				Written inside = inside(handle.getOwner(), handle.getName(), handle.getDesc());
				if ((inside.visibly() | inside.parts()) != 0) {
					return new Written(-1L, 0, -1L);
				}
			}
		}
		return Written.NOTHING;
	}

	private Written inside(String owner, String name, String descriptor) {
		String method = owner + '.' + name + descriptor;
		Written written = this.known.get(method);
		if (written != null || this.index.isPlatform(owner)) {
			return (written != null) ? written : Written.NOTHING;
		}
		List<DeclaredMethod> implementations = implementations(owner, name, descriptor);
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
		List<DeclaredMethod> implementations = (resolved != null)
				? MethodFamily.of(this.index, owner, resolved).implementations() : List.of();
		return (implementations.size() > MANY) ? List.of() : implementations;
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
					return Written.NOTHING;
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
					.map(CallWrites.this.writes::of)
					.map((each) -> new Written(0, each.visibly(), each.parts()))
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
