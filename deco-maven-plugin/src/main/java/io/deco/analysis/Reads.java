package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Decides what is looked after before an instruction reads from an object: pending calls
 * may modify it, pending stores may be meant for it, and it may be of a class that nobody
 * has reviewed.
 */
final class Reads {

	private final MethodFlow flow;

	private final ClassIndex index;

	private final Effects effects;

	private final ForkSelection forks;

	private final Stores stores;

	private final Views views;

	private final boolean notes;

	Reads(MethodFlow flow, ClassIndex index, Effects effects, ForkSelection forks, Stores stores, Views views) {
		this.flow = flow;
		this.index = index;
		this.effects = effects;
		this.forks = forks;
		this.stores = stores;
		this.views = views;
		this.notes = !stores.isEmpty() || forks.all().stream().anyMatch(Fork::modifies);
	}

	boolean mayModify(BitSet sites) {
		return this.forks.in(sites).anyMatch(Fork::modifies);
	}

	List<Step.Check> checks(int position, int operand, Effects.Effect effect, BitSet pending) {
		FlowValue value = this.flow.operand(position, operand);
		AbstractInsnNode insn = this.flow.instruction(position);
		if (Operands.isMade(insn, operand) || !value.isReference() || !value.isInitialized()
				|| this.effects.isImmutable(value.type())) {
			return List.of();
		}
		List<Step.Check> checks = new ArrayList<>();
		if (effect.kind() == Effects.Effect.Kind.REVIEWED && !pending.isEmpty()) {
			checks.add(new Step.Check.Reviewed());
		}
		boolean unmodified = mayModify(pending) && (readsElements(insn) || readsChangingField(insn));
		boolean stored = this.stores.intersects(pending) && readsElements(insn);
		Integer view = (unmodified || stored) ? this.views.numberOf(value) : null;
		if (view != null) {
			checks.add(new Step.Check.Viewed(view));
		}
		else {
			if (unmodified) {
				checks.add(new Step.Check.Unmodified());
			}
			if (stored) {
				checks.add(new Step.Check.Stored());
			}
		}
		Integer noted = (operand == 0 && this.notes) ? this.views.notedAt(position) : null;
		if (noted != null) {
			checks.add(new Step.Check.Viewing(noted));
		}
		return checks;
	}

	/**
	 * The key of an entry never changes.
	 */
	private static boolean readsElements(AbstractInsnNode insn) {
		return Operands.isArrayLoad(insn) || (insn instanceof MethodInsnNode call
				&& !(call.owner.equals("java/util/Map$Entry") && call.name.equals("getKey")));
	}

	private boolean readsChangingField(AbstractInsnNode insn) {
		if (insn.getOpcode() != Opcodes.GETFIELD) {
			return false;
		}
		FieldInsnNode access = (FieldInsnNode) insn;
		ClassIndex.DeclaredField declared = this.index.resolveField(access.owner, access.name, access.desc);
		return declared == null || (declared.field().access & Opcodes.ACC_FINAL) == 0;
	}

}
