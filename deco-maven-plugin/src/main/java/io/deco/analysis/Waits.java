package io.deco.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.InstructionEffects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.HandlerLocals;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.flow.Region;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Sink;
import io.deco.analysis.forks.Sinks;
import io.deco.analysis.forks.Step;
import io.deco.analysis.forks.Store;
import io.deco.analysis.forks.Stores;
import io.deco.analysis.forks.Uses;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;

/**
 * Decides what is awaited before each instruction of a method: everything, before an
 * effect; a value, before its use; the calls that may modify an object, before a read of
 * it.
 */
final class Waits {

	private final MethodFlow flow;

	private final ForkSelection forks;

	private final Carriers carriers;

	private final Sinks sinks;

	private final InstructionEffects instructionEffects;

	private final HandlerLocals handlerLocals;

	private final Stores stores;

	private final Reads reads;

	private final Set<AbstractInsnNode> folded = new HashSet<>();

	private final BitSet deferredWrites = new BitSet();

	private final QueuedWrites queuedWrites;

	private final Effects.@Nullable Effect[] barriers;

	private final Loops loops;

	Waits(MethodFlow flow, ForkSelection forks, Carriers carriers, Sinks sinks, InstructionEffects instructionEffects,
			HandlerLocals handlerLocals, Stores stores, Reads reads) {
		this.flow = flow;
		this.forks = forks;
		this.carriers = carriers;
		this.sinks = sinks;
		this.instructionEffects = instructionEffects;
		this.handlerLocals = handlerLocals;
		this.stores = stores;
		this.reads = reads;
		forks.all().forEach((fork) -> this.folded.addAll(fork.folded()));
		for (int i = 0; i < flow.size(); i++) {
			this.deferredWrites.set(i, flow.isReachable(i) && writesPending(i));
		}
		this.barriers = new Effects.@Nullable Effect[flow.size()];
		Arrays.setAll(this.barriers, this::findBarrier);
		this.queuedWrites = new QueuedWrites(flow, this.deferredWrites, (position) -> barrier(position) != null);
		this.loops = new Loops(flow, forks);
	}

	/**
	 * Whether an instruction writes a pending value to a field that can take it.
	 */
	boolean isDeferredWrite(int position) {
		return this.deferredWrites.get(position);
	}

	private boolean writesPending(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		int value = Operands.count(insn) - 1;
		return value >= 0 && this.sinks.written(insn) != null
				&& this.carriers.isCarried(this.flow.operand(position, value))
				&& this.sinks.of(insn, value) instanceof Sink.Field;
	}

	/**
	 * Why everything is awaited before an instruction, whatever is pending, or
	 * {@code null}.
	 */
	Effects.@Nullable Effect barrier(int position) {
		return this.barriers[position];
	}

	private Effects.@Nullable Effect findBarrier(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (isPassive(position, insn) || isDeferredWrite(position)) {
			return null;
		}
		Effects.Effect effect = this.instructionEffects.of(position);
		if (InstructionEffects.isObservable(effect)) {
			return effect;
		}
		if (this.reads.movesShared(position)) {
			return InstructionEffects.observable("moves an iterator that others may hold");
		}
		boolean unordered = !this.deferredWrites.isEmpty() && insn.getOpcode() == Opcodes.PUTFIELD;
		return (unordered)
				? InstructionEffects.observable(
						"writes to field " + ((FieldInsnNode) insn).name + " after a write that waits for its value")
				: null;
	}

	private boolean isPassive(int position, AbstractInsnNode insn) {
		return insn.getOpcode() < 0 || !this.flow.isReachable(position) || this.forks.at(insn) != null
				|| this.folded.contains(insn) || this.stores.at(insn) != null
				|| this.carriers.computation(insn) != null;
	}

	/**
	 * Whether an instruction may do later what it does, given what may be pending: a
	 * computation with pending operands, or a store while something is pending that it
	 * must not overtake.
	 */
	boolean isLater(int position, BitSet pending) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (!this.flow.isReachable(position)) {
			return false;
		}
		Store store = this.stores.at(insn);
		if (store == null) {
			return this.carriers.computation(insn) != null;
		}
		if (this.carriers.isCarried(this.flow.operand(position, store.stored()))) {
			return true;
		}
		boolean own = Operands.isArrayStore(insn) && this.instructionEffects.isFreshTarget(position);
		return (own) ? this.stores.intersects(pending) : !pending.isEmpty();
	}

	/**
	 * Why everything is awaited before an instruction, given what may be pending, or
	 * {@code null}.
	 */
	Effects.@Nullable Effect barrier(int position, BitSet pending) {
		if (pending.isEmpty()) {
			return null;
		}
		Effects.Effect barrier = barrier(position);
		if (barrier != null || isPassive(position, this.flow.instruction(position)) || isDeferredWrite(position)) {
			return barrier;
		}
		Effects.Effect effect = this.instructionEffects.of(position);
		boolean promised = effect.kind() == Effects.Effect.Kind.PROMISED;
		if (promised && this.queuedWrites.mayComeBefore(position)) {
			return InstructionEffects
				.observable("may read a field that waits for its value, since it " + effect.reason());
		}
		if (effect.kind() != Effects.Effect.Kind.DEEP && !promised) {
			return null;
		}
		if (this.reads.mayModify(pending)) {
			return InstructionEffects.observable("may read what a pending call modifies");
		}
		return (this.stores.intersects(pending))
				? InstructionEffects.observable("may read what a pending result is stored in") : null;
	}

	/**
	 * The region one of whose handlers reads the variable that an instruction stores,
	 * while calls of the region are pending.
	 */
	@Nullable Region handlerReading(int position, PendingFlow pending) {
		Region region = this.handlerLocals.readingAfter(position);
		return (region != null && pending.sites(region).intersects(pending.before(position))) ? region : null;
	}

	List<Step> before(int position, PendingFlow pendingFlow) {
		AbstractInsnNode insn = this.flow.instruction(position);
		List<Step> steps = new ArrayList<>();
		if (insn.getOpcode() < 0 || this.folded.contains(insn)) {
			return steps;
		}
		BitSet pending = pendingFlow.before(position);
		if (barrier(position, pending) != null) {
			steps.add(new Step.AwaitAll());
		}
		if (!pending.isEmpty() && this.loops.isEnd(position)) {
			steps.add(new Step.Poll());
		}
		Region region = handlerReading(position, pendingFlow);
		if (region != null) {
			BitSet sites = pendingFlow.sites(region);
			steps.add(new Step.AwaitSites(sites.nextSetBit(0), sites.length()));
		}
		Step.Prepare prepare = new Step.Prepare(operands(position, insn, pending));
		if (!prepare.touched().isEmpty()) {
			steps.add(prepare);
		}
		return steps;
	}

	private List<Step.Operand> operands(int position, AbstractInsnNode insn, BitSet pending) {
		List<Step.Operand> operands = new ArrayList<>();
		boolean passive = isPassive(position, insn) || isDeferredWrite(position);
		Effects.Effect effect = (passive) ? InstructionEffects.NONE : this.instructionEffects.of(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			FlowValue value = this.flow.operand(position, operand);
			List<Step.Check> checks = (passive) ? List.of() : this.reads.checks(position, operand, effect, pending);
			operands
				.add(new Step.Operand(value.type(), this.carriers.isCarried(value), isUsed(position, operand), checks));
		}
		return operands;
	}

	/**
	 * Whether an instruction needs an operand that may be pending.
	 */
	boolean isUsed(int position, int operand) {
		return useOf(position, operand) != null;
	}

	/**
	 * What needs an operand that may be pending, {@code null} if nothing does.
	 */
	@Nullable String useOf(int position, int operand) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (!this.carriers.isCarried(this.flow.operand(position, operand)) || Operands.isMade(insn, operand)) {
			return null;
		}
		Sink sink = this.sinks.of(insn, operand);
		if (sink instanceof Sink.Operand) {
			return (this.carriers.computation(insn) == null) ? Uses.of(insn) : null;
		}
		return (sink instanceof Sink.Use use) ? use.by() : null;
	}

	/**
	 * What an increment of a variable needs, if it may be pending, else {@code null}.
	 */
	@Nullable FlowValue incremented(int position) {
		return (this.flow.instruction(position) instanceof IincInsnNode increment
				&& this.carriers.isLocalCarried(position)) ? this.flow.frame(position).getLocal(increment.var) : null;
	}

	/**
	 * Whether an instruction may read what a pending result has been stored in.
	 */
	boolean readsStored(int position, int operand, PendingFlow pendingFlow) {
		AbstractInsnNode insn = this.flow.instruction(position);
		return !isPassive(position, insn) && this.reads
			.checks(position, operand, this.instructionEffects.of(position), pendingFlow.before(position))
			.stream()
			.anyMatch((check) -> check instanceof Step.Check.Stored || check instanceof Step.Check.Viewed);
	}

}
