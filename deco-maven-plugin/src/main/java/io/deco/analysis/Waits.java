package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

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

	private final Effects effects;

	private final HandlerLocals handlerLocals;

	private final Set<AbstractInsnNode> folded = new HashSet<>();

	private final boolean writesFields;

	Waits(MethodFlow flow, ForkSelection forks, Carriers carriers, Sinks sinks, InstructionEffects instructionEffects,
			Effects effects, HandlerLocals handlerLocals) {
		this.flow = flow;
		this.forks = forks;
		this.carriers = carriers;
		this.sinks = sinks;
		this.instructionEffects = instructionEffects;
		this.effects = effects;
		this.handlerLocals = handlerLocals;
		forks.all().forEach((fork) -> this.folded.addAll(fork.folded()));
		boolean writes = false;
		for (int i = 0; i < flow.size() && !writes; i++) {
			writes = flow.isReachable(i) && isDeferredWrite(i);
		}
		this.writesFields = writes;
	}

	/**
	 * Whether an instruction writes a pending value to a field that can take it.
	 */
	boolean isDeferredWrite(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		int opcode = insn.getOpcode();
		if (opcode != Opcodes.PUTFIELD && opcode != Opcodes.PUTSTATIC) {
			return false;
		}
		int value = Operands.count(insn) - 1;
		return this.carriers.isCarried(this.flow.operand(position, value))
				&& this.sinks.of(insn, value) instanceof Sink.Field;
	}

	/**
	 * Why everything is awaited before an instruction, whatever is pending, or
	 * {@code null}.
	 */
	Effects.@Nullable Effect barrier(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (isPassive(position, insn) || isDeferredWrite(position)) {
			return null;
		}
		Effects.Effect effect = this.instructionEffects.of(position);
		if (InstructionEffects.isObservable(effect)) {
			return effect;
		}
		boolean unordered = this.writesFields && insn.getOpcode() == Opcodes.PUTFIELD;
		return (unordered)
				? InstructionEffects.observable(
						"writes to field " + ((FieldInsnNode) insn).name + " after a write that waits for its value")
				: null;
	}

	private boolean isPassive(int position, AbstractInsnNode insn) {
		return insn.getOpcode() < 0 || !this.flow.isReachable(position) || this.forks.at(insn) != null
				|| this.folded.contains(insn);
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
		if (barrier != null || isPassive(position, this.flow.instruction(position))) {
			return barrier;
		}
		Effects.Effect effect = this.instructionEffects.of(position);
		boolean deep = effect.kind() == Effects.Effect.Kind.DEEP && mayModify(pending);
		return (deep) ? InstructionEffects.observable("may read what a pending call modifies") : null;
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
		boolean reviewed = isReviewed(position, insn) && !pending.isEmpty();
		boolean unmodified = readsOperands(position, insn) && mayModify(pending);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			FlowValue value = this.flow.operand(position, operand);
			boolean mutable = value.isReference() && value.isInitialized() && !this.effects.isImmutable(value.type());
			operands.add(new Step.Operand(value.type(), this.carriers.isCarried(value), isUsed(position, operand),
					reviewed && mutable && !isConstructed(insn, operand), unmodified && mutable));
		}
		return operands;
	}

	/**
	 * Whether an instruction needs an operand that may be pending.
	 */
	boolean isUsed(int position, int operand) {
		return this.carriers.isCarried(this.flow.operand(position, operand))
				&& !isConstructed(this.flow.instruction(position), operand)
				&& this.sinks.of(this.flow.instruction(position), operand) instanceof Sink.Use;
	}

	/**
	 * Whether an operand is what a constructor is called on: it may meet a pending value
	 * later on, but is none.
	 */
	private static boolean isConstructed(AbstractInsnNode insn, int operand) {
		return operand == 0 && insn instanceof MethodInsnNode call && call.name.equals("<init>");
	}

	private boolean isReviewed(int position, AbstractInsnNode insn) {
		return !isPassive(position, insn)
				&& this.instructionEffects.of(position).kind() == Effects.Effect.Kind.REVIEWED;
	}

	private boolean readsOperands(int position, AbstractInsnNode insn) {
		if (isPassive(position, insn)) {
			return false;
		}
		return insn.getOpcode() == Opcodes.GETFIELD || Operands.isArrayLoad(insn)
				|| (insn instanceof MethodInsnNode call && !call.name.equals("<init>"));
	}

	private boolean mayModify(BitSet sites) {
		return sites.stream().anyMatch((site) -> this.forks.all().get(site).modified() != 0);
	}

}
