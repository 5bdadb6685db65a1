package io.deco.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.Step;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Carries out the plan of one method, in place.
 */
final class MethodWeaver {

	private final MethodPlan plan;

	private final MethodNode method;

	private final InsnList instructions;

	private final ForkMethods forks;

	private final WriteMethods writes;

	private final StoreMethods stores;

	private final ComputationMethods computations;

	private final Map<Integer, Integer> variables = new HashMap<>();

	private final int scope;

	private int nextSlot;

	MethodWeaver(MethodPlan plan, SyntheticMethods methods) {
		this.plan = plan;
		this.method = plan.method();
		this.instructions = this.method.instructions;
		this.forks = new ForkMethods(methods);
		this.writes = new WriteMethods(methods);
		this.stores = new StoreMethods(methods);
		this.computations = new ComputationMethods(methods);
		this.scope = this.method.maxLocals;
		this.nextSlot = this.scope + 1;
	}

	void weave() {
		LocalVariables debug = new LocalVariables(this.plan);
		RegionWeaver regions = new RegionWeaver(this.plan, this.scope, newSlot());
		this.plan.steps().forEach((insn, steps) -> steps.forEach((step) -> before(insn, step)));
		this.plan.boxed().forEach((insn, type) -> {
			if (!this.plan.locals().containsKey(insn)) {
				this.instructions.insert(insn, new Code().box(type).list());
			}
		});
		this.plan.locals().forEach(this::replaceLocal);
		this.plan.forks().forEach(this::replaceFork);
		this.plan.narrowed()
			.forEach((insn) -> this.instructions.set(insn,
					new InsnNode((insn.getOpcode() == Opcodes.POP2) ? Opcodes.POP : Opcodes.DUP)));
		this.plan.writes().forEach(this::replaceWrite);
		this.plan.stores().forEach(this::replaceStore);
		this.plan.computations().forEach(this::replaceComputation);
		closeBeforeReturns();
		regions.weave();
		wrap();
		debug.retarget(this.variables);
	}

	private int newSlot() {
		return this.nextSlot++;
	}

	private int slot(int variable) {
		return this.variables.computeIfAbsent(variable, (key) -> newSlot());
	}

	private void before(AbstractInsnNode insn, Step step) {
		Code code = new Code();
		if (step instanceof Step.AwaitAll) {
			code.load(Code.SCOPE_TYPE, this.scope).runtime("awaitAll", "($)V");
		}
		else if (step instanceof Step.Poll) {
			code.load(Code.SCOPE_TYPE, this.scope).runtime("poll", "($)V");
		}
		else if (step instanceof Step.AwaitSites sites) {
			RegionWeaver.awaitSites(code, this.scope, sites.from(), sites.to());
		}
		else if (step instanceof Step.Prepare prepare) {
			prepare(code, prepare.touched());
		}
		this.instructions.insertBefore(insn, code.list());
	}

	private void prepare(Code code, List<Step.Operand> operands) {
		if (operands.size() == 1) {
			apply(code, operands.get(0));
			return;
		}
		int[] slots = new int[operands.size()];
		for (int i = slots.length - 1; i >= 0; i--) {
			Type type = arriving(operands.get(i));
			slots[i] = this.nextSlot;
			this.nextSlot += type.getSize();
			code.store(type, slots[i]);
		}
		for (int i = 0; i < slots.length; i++) {
			code.load(arriving(operands.get(i)), slots[i]);
			apply(code, operands.get(i));
		}
	}

	private static Type arriving(Step.Operand operand) {
		return (operand.carried()) ? Types.OBJECT : operand.type();
	}

	private void apply(Code code, Step.Operand operand) {
		if (operand.awaited()) {
			code.await(this.scope, operand.type());
		}
		operand.checks().forEach((check) -> check(code, check));
	}

	private void check(Code code, Step.Check check) {
		if (check instanceof Step.Check.Reviewed reviewed) {
			code.inspect(this.scope, "awaitUnlessReviewed", reviewed.use().number());
		}
		else if (check instanceof Step.Check.Iterating iterating) {
			code.inspect(this.scope, "iterate", iterating.number());
		}
		else if (check instanceof Step.Check.Own own) {
			code.load(Code.SCOPE_TYPE, this.scope).number(own.places()).runtime("awaitUnlessOwn", "($I)V");
		}
		else if (check instanceof Step.Check.Unmodified) {
			code.inspect(this.scope, "awaitModified");
		}
		else if (check instanceof Step.Check.Stored) {
			code.inspect(this.scope, "awaitStores");
		}
		else if (check instanceof Step.Check.Viewed viewed) {
			String method = (viewed.iterated()) ? "awaitIterated" : "awaitViewed";
			code.load(Code.SCOPE_TYPE, this.scope).number(viewed.number()).runtime(method, "($I)V");
		}
		else if (check instanceof Step.Check.Viewing viewing) {
			code.inspect(this.scope, "view", viewing.number());
		}
	}

	private void replaceLocal(AbstractInsnNode insn, MethodPlan.Local local) {
		int slot = slot(local.variable());
		Code code = new Code();
		if (insn instanceof IincInsnNode iinc) {
			code.load(Types.OBJECT, slot).await(this.scope, Type.INT_TYPE);
			code.number(iinc.incr).insn(Opcodes.IADD).box(Type.INT_TYPE).store(Types.OBJECT, slot);
		}
		else if (insn.getOpcode() <= Opcodes.ALOAD) {
			code.load(Types.OBJECT, slot);
			Type awaited = this.plan.awaited().get(insn);
			if (awaited != null) {
				code.await(this.scope, awaited);
			}
		}
		else {
			if (!local.carried()) {
				code.box(local.type());
			}
			code.store(Types.OBJECT, slot);
		}
		replace(insn, code.list());
	}

	private void replaceFork(Fork fork) {
		BitSet pending = this.plan.pendingArguments().getOrDefault(fork, new BitSet());
		Code code = new Code();
		code.load(Code.SCOPE_TYPE, this.scope);
		code.list().add(this.forks.fork(this.plan, fork, pending));
		Type awaited = this.plan.awaited().get(fork.call());
		if (fork.result().getSort() == Type.VOID) {
			code.insn(Opcodes.POP);
		}
		else if (awaited != null) {
			code.await(this.scope, awaited);
		}
		replace(fork.call(), code.list());
		fork.folded().forEach(this.instructions::remove);
	}

	private void replaceWrite(AbstractInsnNode access, MethodPlan.Write write) {
		Code code = new Code().load(Code.SCOPE_TYPE, this.scope);
		code.list().add(this.writes.write(this.plan, access, write));
		replace(access, code.list());
	}

	private void replaceStore(MethodPlan.LaterStore later) {
		Code code = new Code().load(Code.SCOPE_TYPE, this.scope);
		code.list().add(this.stores.store(this.plan, later));
		AbstractInsnNode discard = later.store().discard();
		if (discard != null) {
			this.instructions.remove(discard);
		}
		replace(later.store().insn(), code.list());
	}

	private void replaceComputation(MethodPlan.LaterComputation later) {
		Code code = new Code().load(Code.SCOPE_TYPE, this.scope);
		code.list().add(this.computations.computation(later));
		replace(later.computation().insn(), code.list());
	}

	private void replace(AbstractInsnNode insn, InsnList by) {
		this.instructions.insertBefore(insn, by);
		this.instructions.remove(insn);
	}

	private void closeBeforeReturns() {
		for (AbstractInsnNode insn : this.instructions.toArray()) {
			if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
				Code close = new Code().load(Code.SCOPE_TYPE, this.scope).runtime("close", "($)V");
				this.instructions.insertBefore(insn, close.list());
			}
		}
	}

	/**
	 * Opens the scope before the first instruction, and closes it on every exception.
	 */
	private void wrap() {
		LabelNode start = new LabelNode();
		LabelNode end = new LabelNode();
		Code open = new Code();
		if ((this.method.access & Opcodes.ACC_STATIC) != 0) {
			open.insn(Opcodes.ACONST_NULL);
		}
		else {
			open.load(Types.OBJECT, 0);
		}
		open.constant(this.plan.owner().replace('/', '.') + "." + this.method.name)
			.runtime("open", "(Ljava/lang/Object;Ljava/lang/String;)$")
			.store(Code.SCOPE_TYPE, this.scope);
		for (MethodPlan.Parameter parameter : this.plan.parameters()) {
			open.load(parameter.type(), parameter.slot()).box(parameter.type());
			open.store(Types.OBJECT, slot(parameter.variable()));
		}
		open.list().add(start);
		this.instructions.insert(open.list());
		Code abort = new Code();
		abort.list().add(end);
		int thrown = newSlot();
		abort.store(Types.OBJECT, thrown)
			.load(Code.SCOPE_TYPE, this.scope)
			.load(Types.OBJECT, thrown)
			.runtime("abort", "($Ljava/lang/Throwable;)Ljava/lang/Throwable;")
			.insn(Opcodes.ATHROW);
		this.instructions.add(abort.list());
		List<TryCatchBlockNode> blocks = new ArrayList<>(this.method.tryCatchBlocks);
		blocks.add(new TryCatchBlockNode(start, end, end, null));
		this.method.tryCatchBlocks = blocks;
	}

}
