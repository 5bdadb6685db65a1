package io.deco.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.ArgumentWrites.Written;
import io.deco.analysis.ClassIndex.DeclaredMethod;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Reads from the byte code of called methods what a call certainly modifies: its own
 * caller's arguments, or something that is reached through them.
 */
final class CallWrites {

	private static final int MAX_DEPTH = 8;

	private static final int MANY = 8;

	private static final Set<String> MUTATORS = Set.of("add", "addAll", "addFirst", "addLast", "append", "clear",
			"compute", "computeIfAbsent", "computeIfPresent", "delete", "fill", "insert", "merge", "offer",
			"offerFirst", "offerLast", "poll", "pollFirst", "pollLast", "pop", "push", "put", "putAll", "putIfAbsent",
			"remove", "removeAll", "removeFirst", "removeIf", "removeLast", "replace", "replaceAll", "retainAll",
			"reverse", "set", "setLength", "setValue", "shuffle", "sort", "swap");

	private final ClassIndex index;

	private final ArgumentWrites writes;

	private final Set<String> active = new HashSet<>();

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
		DeclaredMethod resolved = this.index.resolveMethod(owner, name, descriptor);
		String key = owner + '.' + name + descriptor;
		if (resolved == null || this.index.isPlatform(owner) || this.active.size() >= MAX_DEPTH
				|| !this.active.add(key)) {
			return Written.NOTHING;
		}
		try {
			List<DeclaredMethod> implementations = MethodFamily.of(this.index, owner, resolved).implementations();
			return (implementations.size() > MANY) ? Written.NOTHING
					: implementations.stream()
						.map(this.writes::of)
						.map((written) -> new Written(0, written.visibly(), written.parts()))
						.reduce(Written.NOTHING, Written::and);
		}
		finally {
			this.active.remove(key);
		}
	}

}
