package io.deco.analysis.forks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.flow.Lines;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Names the calls of a method as remarks do: several calls of one method on one line are
 * numbered in the order in which they are made.
 * <p>
 * A compiler copies the code of a {@code finally}. Copies have the same number, since
 * those of one line are counted only up to the next line.
 */
final class CallNames {

	private final Map<AbstractInsnNode, Integer> numbers = new HashMap<>();

	private final Set<String> repeated = new HashSet<>();

	CallNames(InsnList code, Set<MethodInsnNode> calls) {
		Map<String, Integer> counts = new HashMap<>();
		int line = 0;
		for (AbstractInsnNode insn : code) {
			if (insn instanceof LineNumberNode next && next.line != line) {
				line = next.line;
				counts.clear();
			}
			if (insn instanceof MethodInsnNode call && calls.contains(call)) {
				int number = counts.merge(name(call), 1, Integer::sum);
				this.numbers.put(call, number);
				if (number > 1) {
					this.repeated.add(place(call));
				}
			}
		}
	}

	/**
	 * Returns what remarks call a call.
	 */
	String of(MethodInsnNode call) {
		return this.repeated.contains(place(call)) ? name(call) + " #" + this.numbers.get(call) : name(call);
	}

	private static String place(MethodInsnNode call) {
		return name(call) + ':' + Lines.of(call);
	}

	/**
	 * Returns the class and the method of a call, as the source has them.
	 */
	static String name(MethodInsnNode call) {
		return Types.simpleName(call.owner) + "." + call.name.replace("$default", "");
	}

}
