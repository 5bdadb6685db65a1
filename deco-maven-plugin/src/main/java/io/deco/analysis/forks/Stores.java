package io.deco.analysis.forks;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the stores to arrays and collections that may be made later: nobody looks at what
 * they return, and the table of the JDK says that they do no more than store. What
 * {@code computeIfAbsent} returns is known before it is inserted, if the function has no
 * effect. Whether the object is of a class to which that applies is known at run time.
 */
public final class Stores {

	private final MethodFlow flow;

	private final String owner;

	private final Effects effects;

	private final Map<AbstractInsnNode, Store> stores = new LinkedHashMap<>();

	private final BitSet sites = new BitSet();

	public Stores(MethodFlow flow, String owner, Effects effects, ForkSelection forks) {
		this.flow = flow;
		this.owner = owner;
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
			return (known) ? new Store(position, insn, null, false, false, false, Lines.of(insn)) : null;
		}
		if (!(insn instanceof MethodInsnNode call) || call.getOpcode() == Opcodes.INVOKESPECIAL) {
			return null;
		}
		if (this.effects.inserts(call.owner, call.name, call.desc) && makesFreely(position)) {
			return new Store(position, insn, null, false, true, isPlainKey(position), Lines.of(insn));
		}
		if (!this.effects.stores(call.owner, call.name, call.desc)) {
			return null;
		}
		Type result = Type.getReturnType(call.desc);
		boolean returnsTarget = result.getSort() == Type.OBJECT && result.getInternalName().equals(call.owner);
		AbstractInsnNode discard = (returnsTarget) ? null : discardOf(insn);
		if ((result.getSort() != Type.VOID && !returnsTarget && discard == null)
				|| (returnsTarget && !hasImmutableOperands(position, call))) {
			return null;
		}
		return new Store(position, insn, discard, returnsTarget, false, isPlainKey(position), Lines.of(insn));
	}

	private boolean isPlainKey(int position) {
		return this.effects.isHashed(this.flow.operand(position, 1).type());
	}

	/**
	 * Whether the function that makes a value captures nothing, has no effect, and reads
	 * at most the key.
	 */
	private boolean makesFreely(int position) {
		if (!(this.flow.producer(this.flow.operand(position, 2)) instanceof InvokeDynamicInsnNode dynamic)
				|| !ElementMethods.isPlainFunction(dynamic) || Type.getArgumentCount(dynamic.desc) > 0) {
			return false;
		}
		Handle handle = ElementMethods.implementation(dynamic);
		boolean made = handle.getTag() == Opcodes.H_INVOKESTATIC && handle.getOwner().equals(this.owner);
		return made && this.effects.ofCall(Opcodes.INVOKESTATIC, handle.getOwner(), handle.getName(), handle.getDesc())
			.kind() == Effects.Effect.Kind.SHALLOW;
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

	/**
	 * The store that an instruction is, {@code null} if it is none.
	 */
	public @Nullable Store at(AbstractInsnNode insn) {
		return this.stores.get(insn);
	}

	/**
	 * Whether some sites are those of stores.
	 */
	public boolean intersects(BitSet sites) {
		return this.sites.intersects(sites);
	}

	/**
	 * Whether the method has no store that may be put off.
	 */
	public boolean isEmpty() {
		return this.stores.isEmpty();
	}

}
