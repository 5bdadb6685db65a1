package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.Access;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.flow.Region;
import io.deco.analysis.forks.Computation;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Sinks;
import io.deco.analysis.forks.Step;
import io.deco.analysis.forks.Store;
import io.deco.analysis.forks.Stores;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Puts the decisions about one method together into a plan.
 */
final class Planner {

	private final MethodFlow flow;

	private final String owner;

	private final ClassIndex index;

	private final ForkSelection forks;

	private final List<Region> regions;

	private final Carriers carriers;

	private final Waits waits;

	private final Sinks sinks;

	private final Stores stores;

	private final PendingFlow pending;

	Planner(MethodFlow flow, String owner, ClassIndex index, ForkSelection forks, List<Region> regions,
			Carriers carriers, Waits waits, Sinks sinks, Stores stores, PendingFlow pending) {
		this.flow = flow;
		this.owner = owner;
		this.index = index;
		this.forks = forks;
		this.regions = regions;
		this.carriers = carriers;
		this.waits = waits;
		this.sinks = sinks;
		this.stores = stores;
		this.pending = pending;
	}

	MethodPlan plan() {
		Map<AbstractInsnNode, List<Step>> steps = new LinkedHashMap<>();
		Map<AbstractInsnNode, Type> awaited = new LinkedHashMap<>();
		Map<AbstractInsnNode, MethodPlan.Local> locals = new LinkedHashMap<>();
		Set<AbstractInsnNode> narrowed = new LinkedHashSet<>();
		Map<AbstractInsnNode, MethodPlan.Write> writes = new LinkedHashMap<>();
		List<MethodPlan.LaterStore> later = new ArrayList<>();
		List<MethodPlan.LaterComputation> computations = new ArrayList<>();
		List<MethodPlan.Exit> exits = new ArrayList<>();
		for (int i = 0; i < this.flow.size(); i++) {
			if (!this.flow.isReachable(i)) {
				continue;
			}
			AbstractInsnNode insn = this.flow.instruction(i);
			List<Step> before = this.waits.before(i, this.pending);
			if (!before.isEmpty()) {
				steps.put(insn, before);
			}
			if (isLocalAccess(insn) && this.carriers.isLocalCarried(i)) {
				locals.put(insn, local(i, insn));
				if (Operands.isLoad(insn) && !this.carriers.isProducedCarried(i)) {
					awaited.put(insn, loaded(i).type());
				}
			}
			if (movesTwoSlots(i, insn)) {
				narrowed.add(insn);
			}
			FieldInsnNode access = (this.waits.isDeferredWrite(i)) ? this.sinks.written(insn) : null;
			if (access != null) {
				writes.put(insn, write(insn, access));
			}
			Store store = this.stores.at(insn);
			if (store != null && this.waits.isLater(i, this.pending.before(i))) {
				later.add(new MethodPlan.LaterStore(store, operands(i)));
			}
			Computation computation = this.carriers.computation(insn);
			if (computation != null) {
				computations.add(new MethodPlan.LaterComputation(computation, operands(i)));
			}
			addExits(i, insn, exits);
		}
		for (Fork fork : this.forks.all()) {
			if (fork.result().getSort() != Type.VOID && !this.carriers.isProducedCarried(fork.producer(this.flow))) {
				awaited.put(fork.call(), fork.result());
			}
		}
		Map<AbstractInsnNode, Type> boxed = new LinkedHashMap<>();
		this.carriers.boxed(this.forks.all())
			.forEach((producer, type) -> boxed.put(this.flow.instruction(producer), type));
		return new MethodPlan(this.owner, this.flow.method(), this.forks.all(), pendingArguments(), steps, boxed,
				awaited, locals, parameters(), narrowed, writes, later, computations, protectedRegions(), exits);
	}

	private Map<Fork, BitSet> pendingArguments() {
		Map<Fork, BitSet> pendingArguments = new LinkedHashMap<>();
		for (Fork fork : this.forks.all()) {
			BitSet arguments = new BitSet();
			int receiver = (fork.hasReceiver()) ? 1 : 0;
			for (int operand = receiver; operand < Operands.count(fork.call()); operand++) {
				FlowValue argument = this.flow.operand(fork.site(), operand);
				arguments.set(operand - receiver, this.carriers.isCarried(argument));
			}
			pendingArguments.put(fork, arguments);
		}
		return pendingArguments;
	}

	private List<MethodPlan.Operand> operands(int position) {
		List<MethodPlan.Operand> operands = new ArrayList<>();
		for (int operand = 0; operand < Operands.count(this.flow.instruction(position)); operand++) {
			FlowValue value = this.flow.operand(position, operand);
			boolean carried = this.carriers.isCarried(value) && !this.waits.isUsed(position, operand);
			operands.add(new MethodPlan.Operand(value.type(), carried));
		}
		return operands;
	}

	private static boolean isLocalAccess(AbstractInsnNode insn) {
		return Operands.isLoad(insn) || Operands.isStore(insn) || insn instanceof IincInsnNode;
	}

	private MethodPlan.Local local(int position, AbstractInsnNode insn) {
		int variable = this.carriers.localWeb(position);
		if (insn instanceof IincInsnNode) {
			return new MethodPlan.Local(variable, Type.INT_TYPE, true);
		}
		if (Operands.isLoad(insn)) {
			return new MethodPlan.Local(variable, loaded(position).type(), true);
		}
		FlowValue stored = this.flow.operand(position, 0);
		return new MethodPlan.Local(variable, stored.type(), this.carriers.isCarried(stored));
	}

	private FlowValue loaded(int position) {
		return this.flow.frame(position).getLocal(((VarInsnNode) this.flow.instruction(position)).var);
	}

	private List<MethodPlan.Parameter> parameters() {
		List<MethodPlan.Parameter> parameters = new ArrayList<>();
		for (int definition : this.carriers.parameters()) {
			int slot = FlowValue.parameterLocal(definition);
			parameters.add(new MethodPlan.Parameter(this.carriers.localWeb(definition), slot,
					this.flow.frame(0).getLocal(slot).type()));
		}
		return parameters;
	}

	private boolean movesTwoSlots(int position, AbstractInsnNode insn) {
		if (insn.getOpcode() != Opcodes.POP2 && insn.getOpcode() != Opcodes.DUP2) {
			return false;
		}
		Frame<FlowValue> frame = this.flow.frame(position);
		FlowValue top = frame.getStack(frame.getStackSize() - 1);
		return top.getSize() == 2 && this.carriers.isCarried(top);
	}

	private MethodPlan.Write write(AbstractInsnNode insn, FieldInsnNode access) {
		ClassIndex.DeclaredField declared = this.index.resolveField(access.owner, access.name, access.desc);
		String target = (insn instanceof MethodInsnNode setter) ? setter.owner : access.owner;
		if (insn == access && declared != null
				&& Access.isOnlyForOwn(declared.field().access, declared.type().name, this.owner)) {
			target = this.owner;
		}
		return new MethodPlan.Write((declared != null) ? declared.type().name : access.owner, access.name, target,
				Lines.of(insn));
	}

	private void addExits(int position, AbstractInsnNode insn, List<MethodPlan.Exit> exits) {
		List<LabelNode> targets = targets(insn);
		this.flow.successors(position).stream().forEach((next) -> {
			BitSet left = this.pending.sitesLeft(position, next);
			if (!left.isEmpty()) {
				LabelNode label = (LabelNode) this.flow.instruction(next);
				boolean jump = targets.contains(label);
				exits.add(new MethodPlan.Exit(position, insn, label, jump, left.nextSetBit(0), left.length()));
				if (jump && next == position + 1 && goesOn(insn)) {
					exits.add(new MethodPlan.Exit(position, insn, label, false, left.nextSetBit(0), left.length()));
				}
			}
		});
	}

	/**
	 * Whether control may also go on after a jump, even if it jumps to the same place.
	 */
	private static boolean goesOn(AbstractInsnNode jump) {
		return jump instanceof JumpInsnNode && jump.getOpcode() != Opcodes.GOTO;
	}

	private static List<LabelNode> targets(AbstractInsnNode insn) {
		if (insn instanceof JumpInsnNode jump) {
			return List.of(jump.label);
		}
		List<LabelNode> targets = new ArrayList<>();
		if (insn instanceof TableSwitchInsnNode table) {
			targets.addAll(table.labels);
			targets.add(table.dflt);
		}
		else if (insn instanceof LookupSwitchInsnNode lookup) {
			targets.addAll(lookup.labels);
			targets.add(lookup.dflt);
		}
		return targets;
	}

	private List<MethodPlan.ProtectedRegion> protectedRegions() {
		List<MethodPlan.ProtectedRegion> result = new ArrayList<>();
		for (Region region : this.regions) {
			if (this.pending.isProtected(region)) {
				BitSet sites = this.pending.sites(region);
				int from = Math.max(0, sites.nextSetBit(0));
				result.add(new MethodPlan.ProtectedRegion(region, from, Math.max(from, sites.length())));
			}
		}
		return result;
	}

	/**
	 * Why the regions of a plan cannot be woven, or {@code null} if they can.
	 */
	static @Nullable String obstacle(MethodPlan plan) {
		List<MethodPlan.ProtectedRegion> regions = plan.regions();
		for (int i = 0; i < regions.size(); i++) {
			Region inner = regions.get(i).region();
			for (int j = i + 1; j < regions.size(); j++) {
				Region outer = regions.get(j).region();
				if (inner.overlaps(outer) && !inner.isWithin(outer)) {
					return "its exception handlers do not nest";
				}
			}
			if (inner.entries()
				.stream()
				.anyMatch((entry) -> inner.contains(plan.method().instructions.indexOf(entry.handler)))) {
				return "an exception handler protects itself";
			}
		}
		return null;
	}

}
