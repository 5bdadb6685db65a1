package io.deco.analysis.effects;

import java.util.HashSet;
import java.util.Set;

import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the objects and arrays that a method allocates and never hands to anybody: only
 * the method itself can observe a store to them.
 */
final class FreshObjects {

	private final MethodFlow flow;

	private final Effects effects;

	private final Set<Integer> allocations = new HashSet<>();

	FreshObjects(MethodFlow flow, Effects effects) {
		this.flow = flow;
		this.effects = effects;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && isAllocation(flow.instruction(i))) {
				this.allocations.add(i);
			}
		}
		for (int i = 0; i < flow.size() && !this.allocations.isEmpty(); i++) {
			if (flow.isReachable(i)) {
				removeEscaping(i);
			}
		}
	}

	private static boolean isAllocation(AbstractInsnNode insn) {
		return switch (insn.getOpcode()) {
			case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> true;
			default -> false;
		};
	}

	private void removeEscaping(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			if (escapes(insn, operand)) {
				this.allocations.removeAll(this.flow.origins(this.flow.operand(position, operand)));
			}
		}
	}

	private boolean escapes(AbstractInsnNode insn, int operand) {
		if (insn instanceof MethodInsnNode call) {
			return !(operand == 0 && call.name.equals("<init>") && keepsToItself(call));
		}
		// Into a handler of this method, which may hand it on; else the method has ended
		if (insn.getOpcode() == Opcodes.ATHROW) {
			return !this.flow.handlers(this.flow.position(insn)).isEmpty();
		}
		return switch (insn.getOpcode()) {
			case Opcodes.INVOKEDYNAMIC, Opcodes.PUTSTATIC, Opcodes.MONITORENTER, Opcodes.CHECKCAST -> true;
			case Opcodes.PUTFIELD -> operand == 1;
			case Opcodes.AASTORE -> operand == 2;
			default -> false;
		};
	}

	private boolean keepsToItself(MethodInsnNode call) {
		return !InstructionEffects.isObservable(this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc))
				&& !this.effects.leaksItself(call.owner, call.desc);
	}

	/**
	 * Whether the target of a store is certainly such an object.
	 */
	boolean isTarget(int position) {
		Set<Integer> origins = this.flow.origins(this.flow.operand(position, 0));
		return !origins.isEmpty() && this.allocations.containsAll(origins);
	}

}
