package io.deco.analysis.effects;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.flow.HandlerLocals;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the iterators that nobody but the loops of a method can see: it got them from a
 * collection itself, hands them to nobody, and no exception handler reads them. Only such
 * an iterator may be moved on while calls are pending, and only if the collection made it
 * for this call, which is known at run time.
 */
final class OwnIterators {

	private static final String ITERATOR = "java/util/Iterator";

	private final MethodFlow flow;

	private final HandlerLocals handlerLocals;

	/**
	 * By the position of the call that gave the iterator, the variables that hold it.
	 */
	private final Map<Integer, BitSet> variables = new HashMap<>();

	OwnIterators(MethodFlow flow, HandlerLocals handlerLocals) {
		this.flow = flow;
		this.handlerLocals = handlerLocals;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof MethodInsnNode call
					&& call.getOpcode() != Opcodes.INVOKESTATIC && call.desc.equals("()L" + ITERATOR + ";")
					&& call.name.equals("iterator")) {
				this.variables.put(i, new BitSet());
			}
		}
		for (int i = 0; i < flow.size() && !this.variables.isEmpty(); i++) {
			if (flow.isReachable(i)) {
				follow(i);
			}
		}
	}

	private void follow(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			Set<Integer> origins = this.flow.origins(this.flow.operand(position, operand));
			if (insn.getOpcode() == Opcodes.ASTORE) {
				int variable = ((VarInsnNode) insn).var;
				origins.stream().filter(this.variables::containsKey).forEach((origin) -> {
					this.variables.getOrDefault(origin, new BitSet()).set(variable);
				});
			}
			else if (!isOwnUse(insn, operand)) {
				this.variables.keySet().removeAll(origins);
			}
		}
	}

	private static boolean isOwnUse(AbstractInsnNode insn, int operand) {
		return operand == 0 && insn instanceof MethodInsnNode call && call.owner.equals(ITERATOR);
	}

	/**
	 * Whether the receiver of a call is certainly such an iterator.
	 */
	boolean isReceiver(int position) {
		Set<Integer> origins = this.flow.origins(this.flow.operand(position, 0));
		return !origins.isEmpty() && this.variables.keySet().containsAll(origins)
				&& origins.stream().noneMatch((origin) -> isReadByHandler(origin, position));
	}

	private boolean isReadByHandler(int iterator, int position) {
		return this.variables.getOrDefault(iterator, new BitSet())
			.stream()
			.anyMatch((variable) -> this.handlerLocals.isReadByHandler(position, variable));
	}

}
