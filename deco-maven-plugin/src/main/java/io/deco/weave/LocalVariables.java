package io.deco.weave;

import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.Types;

/**
 * Keeps the debug information true: a carried variable is found in its new slot.
 */
final class LocalVariables {

	private final MethodPlan plan;

	private final Map<LocalVariableNode, Integer> carried = new HashMap<>();

	LocalVariables(MethodPlan plan) {
		this.plan = plan;
		if (plan.method().localVariables != null) {
			plan.method().localVariables.forEach(this::find);
		}
	}

	private void find(LocalVariableNode variable) {
		int start = this.plan.method().instructions.indexOf(variable.start);
		int end = this.plan.method().instructions.indexOf(variable.end);
		this.plan.locals().forEach((insn, local) -> {
			int position = this.plan.method().instructions.indexOf(insn);
			boolean initialises = insn.getNext() == variable.start;
			if (slot(insn) == variable.index && (initialises || (start <= position && position < end))) {
				this.carried.put(variable, local.variable());
			}
		});
	}

	/**
	 * The first slot that no parameter and no instruction uses.
	 */
	static int firstFree(MethodNode method) {
		int free = (Type.getArgumentsAndReturnSizes(method.desc) >> 2)
				- (((method.access & Opcodes.ACC_STATIC) != 0) ? 1 : 0);
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof VarInsnNode || insn instanceof IincInsnNode) {
				free = Math.max(free, slot(insn) + 2);
			}
		}
		return free;
	}

	/**
	 * Makes room for one more variable before all others.
	 */
	static void moveUp(MethodNode method) {
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof VarInsnNode access) {
				access.var++;
			}
			else if (insn instanceof IincInsnNode iinc) {
				iinc.var++;
			}
		}
		if (method.localVariables != null) {
			method.localVariables.forEach((variable) -> variable.index++);
		}
	}

	private static int slot(AbstractInsnNode insn) {
		return (insn instanceof IincInsnNode iinc) ? iinc.var : ((VarInsnNode) insn).var;
	}

	void retarget(Map<Integer, Integer> slots) {
		this.carried.forEach((variable, number) -> {
			Integer slot = slots.get(number);
			if (slot != null) {
				variable.index = slot;
				variable.desc = Types.OBJECT.getDescriptor();
				variable.signature = null;
			}
		});
	}

}
