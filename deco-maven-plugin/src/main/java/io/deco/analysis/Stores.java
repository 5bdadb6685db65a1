package io.deco.analysis;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the stores to arrays and collections that may be made later: nobody looks at what
 * they return, and the table of the JDK says that they do no more than store. Whether the
 * object is of a class to which that applies is known at run time.
 */
final class Stores {

	private final MethodFlow flow;

	private final Effects effects;

	private final Map<AbstractInsnNode, Store> stores = new LinkedHashMap<>();

	private final BitSet sites = new BitSet();

	Stores(MethodFlow flow, Effects effects, ForkSelection forks) {
		this.flow = flow;
		this.effects = effects;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && forks.at(flow.instruction(i)) == null) {
				Store store = storeAt(i, flow.instruction(i));
				if (store != null) {
					this.stores.put(store.insn(), store);
					this.sites.set(i);
				}
			}
		}
	}

	private @Nullable Store storeAt(int position, AbstractInsnNode insn) {
		if (Operands.isArrayStore(insn)) {
			boolean known = this.flow.operand(position, 0).type().getSort() == Type.ARRAY;
			return (known) ? new Store(position, insn, null, false, false, Lines.of(insn)) : null;
		}
		if (!(insn instanceof MethodInsnNode call) || call.getOpcode() == Opcodes.INVOKESPECIAL
				|| !this.effects.stores(call.owner, call.name, call.desc)) {
			return null;
		}
		Type result = Type.getReturnType(call.desc);
		boolean returnsTarget = result.getSort() == Type.OBJECT && result.getInternalName().equals(call.owner);
		AbstractInsnNode discard = (returnsTarget) ? null : discardOf(insn);
		if ((result.getSort() != Type.VOID && !returnsTarget && discard == null)
				|| (returnsTarget && !hasImmutableOperands(position, call))) {
			return null;
		}
		boolean plainKeys = this.effects.isImmutable(this.flow.operand(position, 1).type());
		return new Store(position, insn, discard, returnsTarget, plainKeys, Lines.of(insn));
	}

	private @Nullable AbstractInsnNode discardOf(AbstractInsnNode call) {
		AbstractInsnNode next = this.flow.onlySuccessor(call);
		return (next != null && next.getOpcode() == Opcodes.POP) ? next : null;
	}

	private boolean hasImmutableOperands(int position, MethodInsnNode call) {
		for (int operand = 1; operand < Operands.count(call); operand++) {
			if (!this.effects.isImmutable(this.flow.operand(position, operand).type())) {
				return false;
			}
		}
		return true;
	}

	@Nullable Store at(AbstractInsnNode insn) {
		return this.stores.get(insn);
	}

	/**
	 * Whether some sites are those of stores.
	 */
	boolean intersects(BitSet sites) {
		return this.sites.intersects(sites);
	}

	boolean isEmpty() {
		return this.stores.isEmpty();
	}

}
