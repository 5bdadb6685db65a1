package io.deco.analysis.flow;

import java.util.BitSet;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Computes which local variables may be read after each point of a method.
 */
final class Liveness {

	private final MethodFlow flow;

	private final BitSet[] before;

	Liveness(MethodFlow flow) {
		this.flow = flow;
		this.before = new BitSet[flow.size()];
		for (int i = 0; i < this.before.length; i++) {
			this.before[i] = new BitSet();
		}
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int i = this.before.length - 1; i >= 0; i--) {
				changed |= flow.isReachable(i) && update(i);
			}
		}
	}

	private boolean update(int position) {
		BitSet live = new BitSet();
		this.flow.successors(position).stream().forEach((next) -> live.or(this.before[next]));
		AbstractInsnNode insn = this.flow.instruction(position);
		if (Operands.isStore(insn)) {
			live.clear(((VarInsnNode) insn).var);
		}
		this.flow.handlers(position).stream().forEach((handler) -> live.or(this.before[handler]));
		if (insn instanceof IincInsnNode iinc) {
			live.set(iinc.var);
		}
		else if (Operands.isLoad(insn)) {
			live.set(((VarInsnNode) insn).var);
		}
		if (live.equals(this.before[position])) {
			return false;
		}
		this.before[position] = live;
		return true;
	}

	/**
	 * The variables that may be read at or after an instruction before they are written.
	 */
	BitSet before(int position) {
		return this.before[position];
	}

}
