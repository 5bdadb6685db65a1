package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import io.deco.analysis.MethodAnalyzer;
import io.deco.analysis.MethodPlan;
import io.deco.analysis.Remark;
import io.deco.analysis.forks.Step;
import io.deco.runtime.WovenCalls;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the analysis decided about the instruction of a rule.
 */
final class Decision {

	private static final String WOVEN_CALLS = Type.getInternalName(WovenCalls.class);

	private final RuleProgram program;

	private final MethodAnalyzer.Analysis analysis;

	private final MethodPlan plan;

	private final AbstractInsnNode insn;

	/** What the woven code calls in place of the instruction. */
	private final Set<String> woven;

	Decision(RuleProgram program, MethodAnalyzer.Analysis analysis, MethodNode woven) {
		this.program = program;
		this.analysis = analysis;
		this.woven = calls(woven);
		this.plan = Objects.requireNonNull(analysis.plan(), () -> program + ": " + analysis.remarks());
		this.insn = instruction(this.plan);
		if (this.insn.getOpcode() != program.opcode()) {
			throw new IllegalStateException(program + " marks another instruction");
		}
	}

	private static AbstractInsnNode instruction(MethodPlan plan) {
		boolean found = false;
		for (AbstractInsnNode insn : plan.method().instructions) {
			found |= insn instanceof LineNumberNode line && line.line == RuleCode.LINE;
			if (found && insn.getOpcode() >= 0) {
				return insn;
			}
		}
		throw new IllegalStateException("No instruction is marked");
	}

	private static Set<String> calls(MethodNode woven) {
		Set<String> calls = new HashSet<>();
		boolean found = false;
		for (AbstractInsnNode insn : woven.instructions) {
			if (insn instanceof LineNumberNode line) {
				found = line.line == RuleCode.LINE;
			}
			if (found && insn instanceof MethodInsnNode call && call.owner.equals(WOVEN_CALLS)) {
				calls.add(call.name);
			}
		}
		return calls;
	}

	/**
	 * What becomes of an operand that is pending.
	 */
	String ofPending(int operand) {
		List<String> found = new ArrayList<>();
		if (this.plan.forks().stream().anyMatch((fork) -> fork.folded().contains(this.insn))) {
			found.add("part of the call");
		}
		if (this.plan.forks().stream().anyMatch((fork) -> fork.call() == this.insn) && isPendingArgument(operand)) {
			found.add("starts it when it is there");
		}
		if (this.plan.computations()
			.stream()
			.anyMatch((later) -> later.computation().insn() == this.insn && later.operands().get(operand).carried())) {
			found.add("computed later");
		}
		if (isStoredLater() && laterOperand(operand).carried()) {
			found.add("stored later");
		}
		if (isWritten() && operand == this.program.operands().size() - 1) {
			found.add("written later");
		}
		if (isAwaited(operand) || (isMoved() && this.woven.contains("await"))) {
			expectRemark(Remark.Kind.AWAITED);
			found.add("awaited");
		}
		if (found.isEmpty() && isMoved()) {
			found.add(isAwaitedAtOnce() ? "awaited at the call" : "moved");
		}
		if (found.contains("awaited") && !this.woven.contains("await")) {
			throw new IllegalStateException(this.program + ": the woven code does not wait: " + this.woven);
		}
		if (found.size() != 1) {
			throw new IllegalStateException("%s: operand %d %s".formatted(this.program, operand, found));
		}
		return found.get(0);
	}

	private boolean isPendingArgument(int operand) {
		return this.plan.pendingArguments()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().call() == this.insn)
			.anyMatch((entry) -> {
				int argument = operand - (entry.getKey().hasReceiver() ? 1 : 0);
				return argument >= 0 && entry.getValue().get(argument);
			});
	}

	private boolean isStoredLater() {
		return this.plan.stores().stream().anyMatch((later) -> later.store().insn() == this.insn);
	}

	private MethodPlan.Operand laterOperand(int operand) {
		return this.plan.stores()
			.stream()
			.filter((later) -> later.store().insn() == this.insn)
			.map((later) -> later.operands().get(operand + later.operands().size() - this.program.operands().size()))
			.findFirst()
			.orElseThrow();
	}

	private boolean isWritten() {
		return this.plan.writes().keySet().stream().anyMatch((write) -> write == this.insn);
	}

	private boolean isAwaited(int operand) {
		List<Step.Operand> operands = operands();
		return !operands.isEmpty()
				&& operands.get(operand + operands.size() - this.program.operands().size()).awaited();
	}

	private List<Step> steps() {
		return this.plan.steps().getOrDefault(this.insn, List.of());
	}

	/**
	 * What is done to the operands. The object that a constructor is called on comes
	 * first, although the program does not count it.
	 */
	private List<Step.Operand> operands() {
		return steps().stream()
			.filter(Step.Prepare.class::isInstance)
			.flatMap((step) -> ((Step.Prepare) step).operands().stream())
			.toList();
	}

	/**
	 * Stack moves and accesses to local variables look at no value.
	 */
	private boolean isMoved() {
		int opcode = this.insn.getOpcode();
		return (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) || (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD)
				|| (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) || opcode == Opcodes.IINC;
	}

	private boolean isAwaitedAtOnce() {
		return !this.plan.awaited().isEmpty();
	}

	/**
	 * What is done before the instruction while something else is pending.
	 */
	String ofOthers() {
		if (steps().stream().anyMatch(Step.AwaitAll.class::isInstance)) {
			if (!this.woven.contains("awaitAll")) {
				throw new IllegalStateException(this.program + ": the woven code does not wait: " + this.woven);
			}
			expectRemark(Remark.Kind.BARRIER);
			return "waits for all";
		}
		String reviewed = names(Step.Check.Reviewed.class::isInstance);
		if (!reviewed.isEmpty()) {
			String own = names(Step.Check.Own.class::isInstance).isEmpty() ? ""
					: ", and that of the object that made it";
			return "waits for all, unless the class of " + reviewed + " is a reviewed one" + own;
		}
		if (isStoredLater()) {
			return "is queued behind them";
		}
		return this.plan.forks().stream().anyMatch((fork) -> fork.call() == this.insn) ? "starts as well" : "goes on";
	}

	/**
	 * What is looked after before the instruction reads.
	 */
	String ofReads() {
		if (steps().stream().anyMatch(Step.AwaitAll.class::isInstance)) {
			return "waits for all";
		}
		String modified = names(Step.Check.Unmodified.class::isInstance);
		if (!modified.isEmpty()) {
			return "waits for those that may modify " + modified;
		}
		String stored = names(Step.Check.Stored.class::isInstance);
		if (!stored.isEmpty()) {
			return "makes those to " + stored;
		}
		String viewed = names(Step.Check.Viewed.class::isInstance);
		return viewed.isEmpty() ? "goes on" : "looks after what " + viewed + " is a view of";
	}

	private String names(Predicate<Step.Check> check) {
		List<Step.Operand> operands = operands();
		int first = operands.size() - this.program.operands().size();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < operands.size(); i++) {
			if (operands.get(i).checks().stream().anyMatch(check)) {
				names.add((i >= first) ? this.program.operands().get(i - first).name() : "its operand");
			}
		}
		return String.join(" and ", names);
	}

	/**
	 * The report says where and why. What was awaited before, as an object whose monitor
	 * is left, is not reported again.
	 */
	private void expectRemark(Remark.Kind kind) {
		if (this.analysis.remarks()
			.stream()
			.noneMatch((remark) -> remark.kind() == kind && !remark.reason().isBlank()
					&& (remark.line() == RuleCode.LINE || this.program.opcode() == Opcodes.MONITOREXIT))) {
			throw new IllegalStateException(this.program + ": no remark " + kind + " in " + this.analysis.remarks());
		}
	}

}
