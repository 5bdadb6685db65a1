package io.deco.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.forks.Computation;
import io.deco.analysis.forks.Computations;
import io.deco.analysis.forks.Fork;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Decides which values are carried: held as an object, boxed or still pending, rather
 * than as what they are.
 * <p>
 * Values that can meet in one place must look alike, so they form a web. Two kinds of
 * webs are kept apart, because a conversion is possible where they touch: the definitions
 * and loads of a local variable, and the producers of what can be in one stack slot. A
 * stack web is carried if a fork is among its producers, or a computation with a carried
 * operand; a local web if a carried value is stored to it, and what is loaded from it is
 * carried again, until nothing changes.
 */
final class Carriers {

	private final MethodFlow flow;

	private final Computations computations;

	private final Webs locals = new Webs();

	private final Webs stacks = new Webs();

	private final Set<Integer> carriedLocals = new HashSet<>();

	private final Set<Integer> carriedStacks = new HashSet<>();

	private final Set<Integer> unmovable = new HashSet<>();

	private final Map<Integer, Type> produced = new HashMap<>();

	Carriers(MethodFlow flow, List<Fork> forks, Computations computations) {
		this.flow = flow;
		this.computations = computations;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i)) {
				connect(i);
			}
		}
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i)) {
				findUnmovable(i);
			}
		}
		forks.forEach((fork) -> carryStack(fork.producer(flow)));
		spread();
	}

	private void connect(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (Operands.isLoad(insn) || insn instanceof IincInsnNode) {
			this.locals.unite(position, this.flow.definitions(position));
		}
		Frame<FlowValue> frame = this.flow.frame(position);
		for (int slot = 0; slot < frame.getStackSize(); slot++) {
			FlowValue value = frame.getStack(slot);
			this.stacks.unite(value.sources());
			value.sources().forEach((source) -> this.produced.putIfAbsent(source, value.type()));
		}
	}

	/**
	 * A {@code long} or {@code double} takes one slot less while it is carried, which the
	 * mixed forms of {@code dup} cannot express.
	 */
	private void findUnmovable(int position) {
		int opcode = this.flow.instruction(position).getOpcode();
		if (opcode < Opcodes.DUP_X1 || opcode > Opcodes.DUP2_X2 || opcode == Opcodes.DUP2) {
			return;
		}
		Frame<FlowValue> frame = this.flow.frame(position);
		for (int slot = Math.max(0, frame.getStackSize() - 4); slot < frame.getStackSize(); slot++) {
			FlowValue value = frame.getStack(slot);
			if (value.getSize() == 2) {
				value.sources().forEach((source) -> this.unmovable.add(this.stacks.of(source)));
			}
		}
	}

	private boolean carryStack(int producer) {
		int web = this.stacks.of(producer);
		return !this.unmovable.contains(web) && this.carriedStacks.add(web);
	}

	private void spread() {
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int i = 0; i < this.flow.size(); i++) {
				if (!this.flow.isReachable(i)) {
					continue;
				}
				AbstractInsnNode insn = this.flow.instruction(i);
				if (Operands.isStore(insn) && isCarried(this.flow.operand(i, 0))) {
					changed |= this.carriedLocals.add(this.locals.of(i));
				}
				else if (Operands.isLoad(insn) && this.carriedLocals.contains(this.locals.of(i))) {
					changed |= carryStack(i);
				}
				else if (this.computations.at(insn) != null && hasCarriedOperand(i)) {
					changed |= carryStack(i);
				}
			}
		}
	}

	private boolean hasCarriedOperand(int position) {
		for (int operand = 0; operand < Operands.count(this.flow.instruction(position)); operand++) {
			if (isCarried(this.flow.operand(position, operand))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The computation that an instruction makes of carried operands, {@code null} if it
	 * computes at once.
	 */
	@Nullable Computation computation(AbstractInsnNode insn) {
		Computation computation = this.computations.at(insn);
		return (computation != null && isProducedCarried(computation.site()) && hasCarriedOperand(computation.site()))
				? computation : null;
	}

	/**
	 * Whether a value on the stack is carried.
	 */
	boolean isCarried(FlowValue value) {
		return value.sources().stream().anyMatch(this::isProducedCarried);
	}

	/**
	 * Whether what an instruction leaves on the stack is carried.
	 */
	boolean isProducedCarried(int producer) {
		return this.carriedStacks.contains(this.stacks.of(producer));
	}

	/**
	 * Whether a load, a store, an increment or a parameter is of a carried variable.
	 */
	boolean isLocalCarried(int definition) {
		return this.carriedLocals.contains(this.locals.of(definition));
	}

	int localWeb(int definition) {
		return this.locals.of(definition);
	}

	/**
	 * The plain producers of primitive values that are carried, with their types: their
	 * results are boxed.
	 */
	Map<Integer, Type> boxed(List<Fork> forks) {
		Map<Integer, Type> boxed = new HashMap<>(this.produced);
		boxed.keySet().removeIf((producer) -> producer < 0 || producer >= FlowValue.HANDLER);
		boxed.keySet().removeIf((producer) -> !isProducedCarried(producer) || loadsCarried(producer));
		boxed.values().removeIf((type) -> !Types.isPrimitive(type));
		forks.forEach((fork) -> boxed.remove(fork.producer(this.flow)));
		boxed.keySet().removeIf((producer) -> computation(this.flow.instruction(producer)) != null);
		return boxed;
	}

	private boolean loadsCarried(int producer) {
		return Operands.isLoad(this.flow.instruction(producer)) && isLocalCarried(producer);
	}

	/**
	 * The parameters that are carried.
	 */
	List<Integer> parameters() {
		List<Integer> parameters = new ArrayList<>();
		for (int definition : this.locals.members()) {
			if (FlowValue.isParameter(definition) && isLocalCarried(definition)) {
				parameters.add(definition);
			}
		}
		Collections.sort(parameters);
		return parameters;
	}

	/**
	 * Disjoint sets, by union and find.
	 */
	private static final class Webs {

		private final Map<Integer, Integer> parents = new HashMap<>();

		int of(int member) {
			int parent = this.parents.computeIfAbsent(member, (key) -> key);
			if (parent == member) {
				return member;
			}
			int root = of(parent);
			this.parents.put(member, root);
			return root;
		}

		void unite(int member, Set<Integer> others) {
			others.forEach((other) -> this.parents.put(of(other), of(member)));
		}

		void unite(Set<Integer> members) {
			if (!members.isEmpty()) {
				unite(members.iterator().next(), members);
			}
		}

		Set<Integer> members() {
			return Set.copyOf(this.parents.keySet());
		}

	}

}
