package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Step;
import io.deco.analysis.forks.Stores;
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

	private static final String ENTRY = "java/util/Map$Entry";

	private final MethodFlow flow;

	private final ClassIndex index;

	private final Effects effects;

	private final ForkSelection forks;

	private final Stores stores;

	private final Views views;

	private final IteratorPlaces iterators;

	private final boolean notes;

	Reads(MethodFlow flow, ClassIndex index, Effects effects, ForkSelection forks, Stores stores, Views views) {
		this.flow = flow;
		this.index = index;
		this.effects = effects;
		this.forks = forks;
		this.stores = stores;
		this.views = views;
		this.iterators = new IteratorPlaces(flow, effects, forks);
		this.notes = !stores.isEmpty() || forks.all().stream().anyMatch(Fork::modifies);
	}

	boolean mayModify(BitSet sites) {
		return this.forks.in(sites).anyMatch(Fork::modifies);
	}

	List<Step.Check> checks(int position, int operand, Effects.Effect effect, BitSet pending) {
		FlowValue value = this.flow.operand(position, operand);
		AbstractInsnNode insn = this.flow.instruction(position);
		if (Operands.isMade(insn, operand) || !value.isReference() || !value.isInitialized()) {
			return List.of();
		}
		List<Step.Check> checks = new ArrayList<>();
		Integer place = (operand == 0) ? this.iterators.numberAt(position) : null;
		if (place != null) {
			checks.add(new Step.Check.Iterating(place));
		}
		if (effect.kind() == Effects.Effect.Kind.REVIEWED && insn instanceof MethodInsnNode call
				&& !pending.isEmpty()) {
			addReviewed(checks, position, operand, call);
		}
		if (!this.effects.isImmutable(value.type())) {
			addPending(checks, value, insn, pending);
		}
		Integer noted = (operand == 0 && this.notes) ? this.views.notedAt(position) : null;
		if (noted != null) {
			checks.add(new Step.Check.Viewing(noted));
		}
		return checks;
	}

	private void addPending(List<Step.Check> checks, FlowValue value, AbstractInsnNode insn, BitSet pending) {
		boolean unmodified = mayModify(pending) && (readsObject(insn) || readsChangingField(insn));
		boolean stored = this.stores.intersects(pending) && readsObject(insn) && !readsKey(insn);
		Integer view = (unmodified || stored) ? this.views.numberOf(value) : null;
		if (view != null) {
			checks.add(new Step.Check.Viewed(view, iterates(insn)));
			return;
		}
		if (unmodified) {
			checks.add(new Step.Check.Unmodified());
		}
		if (stored) {
			checks.add(new Step.Check.Stored());
		}
	}

	/**
	 * What is looked after before a method from the reviewed table is called. Its
	 * receiver may be of a class of the program even where that never changes.
	 */
	private void addReviewed(List<Step.Check> checks, int position, int operand, MethodInsnNode call) {
		FlowValue value = this.flow.operand(position, operand);
		if (!((operand == 0) ? this.effects.isKnownToJdk(value.type()) : this.effects.isImmutable(value.type()))) {
			checks.add(new Step.Check.Reviewed(Step.Use.of(call)));
		}
		if (operand == 0 && this.effects.movesReceiver(call.owner, call.name, call.desc)) {
			checks.add(new Step.Check.Own(this.iterators.placesOf(position)));
		}
	}

	/**
	 * Whether an instruction moves an iterator on that a concurrent call may have
	 * returned.
	 */
	boolean movesShared(int position) {
		return this.flow.instruction(position) instanceof MethodInsnNode call
				&& this.effects.movesReceiver(call.owner, call.name, call.desc)
				&& this.iterators.isReturnedByFork(position);
	}

	private static boolean readsObject(AbstractInsnNode insn) {
		return Operands.isArrayLoad(insn) || insn instanceof MethodInsnNode;
	}

	/**
	 * Whether an instruction goes on with an iteration that has begun. To begin one is a
	 * read of the collection like any other.
	 */
	private static boolean iterates(AbstractInsnNode insn) {
		return insn instanceof MethodInsnNode call
				&& (call.owner.equals("java/util/Iterator") || call.owner.equals(ENTRY));
	}

	/**
	 * Whether an instruction reads the key of an entry, which no store changes: only when
	 * another key is removed, a {@link java.util.TreeMap} may move it to another entry.
	 */
	private static boolean readsKey(AbstractInsnNode insn) {
		return insn instanceof MethodInsnNode call && call.owner.equals(ENTRY) && call.name.equals("getKey");
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
