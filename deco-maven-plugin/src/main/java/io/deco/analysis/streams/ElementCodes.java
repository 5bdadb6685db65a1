package io.deco.analysis.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.InstructionEffects;
import io.deco.analysis.effects.LockedCode;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.HandlerLocals;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.forks.ConcurrentCalls;
import io.deco.analysis.forks.ElementMethods;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Inlining;
import io.deco.analysis.forks.Step;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Finds the functions that make a concurrent call for an element, and whether the call
 * can be made ahead: it then is the last that the function does, and what comes before it
 * is side-effect-free.
 */
public final class ElementCodes {

	private final String owner;

	private final ClassIndex index;

	private final ConcurrentCalls concurrent;

	private final Effects effects;

	private final Inlining inlining;

	private final ElementMethods methods;

	public ElementCodes(String owner, ClassIndex index, ConcurrentCalls concurrent, Effects effects,
			Inlining inlining) {
		this.owner = owner;
		this.index = index;
		this.concurrent = concurrent;
		this.effects = effects;
		this.inlining = inlining;
		this.methods = new ElementMethods(owner, index);
	}

	/**
	 * Whether a function makes a concurrent call itself.
	 */
	boolean isConcurrent(InvokeDynamicInsnNode dynamic) {
		if (!ElementMethods.isFunction(dynamic)) {
			return false;
		}
		Handle handle = ElementMethods.implementation(dynamic);
		if (isConcurrent(handle.getOwner(), handle.getName(), handle.getDesc())) {
			return true;
		}
		MethodNode lambda = this.methods.lambda(handle);
		if (lambda != null) {
			for (AbstractInsnNode insn : lambda.instructions) {
				if (insn instanceof MethodInsnNode call && isConcurrent(call.owner, call.name, call.desc)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a method is concurrent, or a helper that only passes on the result of one.
	 */
	public boolean isConcurrent(String owner, String name, String descriptor) {
		return this.concurrent.find(owner, name, descriptor) != null || this.inlining.isHelper(owner, name, descriptor);
	}

	/**
	 * The body that the compiler made for a lambda, {@code null} for a method reference.
	 */
	public @Nullable MethodNode lambda(Handle handle) {
		return this.methods.lambda(handle);
	}

	/**
	 * Whether every concurrent call of a lambda is the last that it does, so that none
	 * can overlap another.
	 */
	public boolean isDirect(MethodNode lambda) {
		MethodNode body = new MethodNode(lambda.access, lambda.name, lambda.desc, null, null);
		lambda.accept(body);
		try {
			this.inlining.into(body);
			MethodFlow flow = MethodFlow.of(this.owner, body, this.index);
			ForkSelection forks = new ForkSelection(flow, this.owner, this.index, this.concurrent,
					new LockedCode(flow, this.index, List.of()));
			return !forks.all().isEmpty() && body.tryCatchBlocks.isEmpty()
					&& forks.all().stream().allMatch((fork) -> findEnd(flow, fork, new LinkedHashSet<>()));
		}
		catch (AnalyzerException ex) {
			return false;
		}
	}

	/**
	 * Analyses a function that makes a concurrent call.
	 */
	Found find(InvokeDynamicInsnNode dynamic) {
		if (!ElementMethods.isPlainFunction(dynamic)) {
			return Found.not(ElementMethods.NOT_PLAIN);
		}
		MethodNode method = this.methods.write(dynamic);
		if (method == null) {
			return Found.not("its arguments are converted in a way that is not followed");
		}
		if (!method.tryCatchBlocks.isEmpty()) {
			return Found.not("the lambda handles exceptions");
		}
		try {
			return find(method, (Type.getArgumentsAndReturnSizes(dynamic.desc) >> 2) - 1);
		}
		catch (AnalyzerException ex) {
			return Found.not("its byte code cannot be followed");
		}
	}

	private Found find(MethodNode method, int captured) throws AnalyzerException {
		this.inlining.into(method);
		MethodFlow flow = MethodFlow.of(this.owner, method, this.index);
		ForkSelection forks = new ForkSelection(flow, this.owner, this.index, this.concurrent,
				new LockedCode(flow, this.index, List.of()));
		if (!forks.sequential().isEmpty()) {
			return Found.not(forks.sequential().values().iterator().next().reason());
		}
		Set<AbstractInsnNode> ends = new LinkedHashSet<>();
		for (Fork fork : forks.all()) {
			if (!findEnd(flow, fork, ends)) {
				return Found.not("the lambda goes on after the call");
			}
			if (fork.modifiesParts()) {
				return Found.not("the call may modify what several elements share");
			}
			if (!modifiesOnlyElement(flow, fork)) {
				return Found.not("the call may modify an object that is the same for all elements");
			}
		}
		return find(flow, forks, ends, captured);
	}

	/**
	 * Notes the instructions after a call, up to the return of its result.
	 */
	private static boolean findEnd(MethodFlow flow, Fork fork, Set<AbstractInsnNode> ends) {
		Set<AbstractInsnNode> end = new LinkedHashSet<>();
		boolean ended = false;
		end.add(fork.call());
		end.addAll(fork.folded());
		AbstractInsnNode insn = flow.instruction(fork.producer(flow)).getNext();
		while (insn != null && !ended && end.add(insn)) {
			ended = Operands.isReturn(insn);
			if (insn.getOpcode() == Opcodes.GOTO) {
				insn = ((JumpInsnNode) insn).label;
			}
			else if (insn.getOpcode() < 0 || insn.getOpcode() == Opcodes.POP || insn.getOpcode() == Opcodes.POP2) {
				insn = insn.getNext();
			}
			else {
				insn = null;
			}
		}
		ends.addAll(end);
		return ended;
	}

	private static boolean modifiesOnlyElement(MethodFlow flow, Fork fork) {
		int receiver = (fork.hasReceiver()) ? 1 : 0;
		Type[] parameters = Type.getArgumentTypes(flow.method().desc);
		int last = (Type.getArgumentsAndReturnSizes(flow.method().desc) >> 2) - 1
				- ((parameters.length > 0) ? parameters[parameters.length - 1].getSize() : 0);
		for (int operand = receiver; operand < Operands.count(fork.call()); operand++) {
			boolean modified = (operand - receiver >= Long.SIZE) ? fork.modified() != 0
					: (fork.modified() & (1L << (operand - receiver))) != 0;
			if (modified
					&& !flow.origins(flow.operand(fork.site(), operand)).equals(Set.of(FlowValue.parameter(last)))) {
				return false;
			}
		}
		return true;
	}

	private Found find(MethodFlow flow, ForkSelection forks, Set<AbstractInsnNode> ends, int captured) {
		InstructionEffects instructionEffects = new InstructionEffects(flow, this.owner, this.index, this.effects,
				new HandlerLocals(flow, List.of()));
		boolean modifies = forks.all().stream().anyMatch(Fork::modifies);
		Map<AbstractInsnNode, List<Step.Operand>> reviewed = new LinkedHashMap<>();
		Set<AbstractInsnNode> returns = new LinkedHashSet<>();
		boolean readsAnyClass = false;
		for (int i = 0; i < flow.size(); i++) {
			AbstractInsnNode insn = flow.instruction(i);
			if (!flow.isReachable(i) || insn.getOpcode() < 0) {
				continue;
			}
			if (Operands.isReturn(insn)) {
				returns.add(insn);
				continue;
			}
			if (ends.contains(insn)) {
				continue;
			}
			Effects.Effect effect = instructionEffects.of(i);
			if (effect.isObservable()) {
				return Found.not("the lambda has effects: it " + effect.reason());
			}
			if (modifies && readsObjects(flow, i)) {
				return Found.not("the lambda reads what the call may modify");
			}
			if (effect.kind() == Effects.Effect.Kind.REVIEWED) {
				List<Step.Operand> operands = operands(flow, i);
				reviewed.put(insn, operands);
				readsAnyClass |= operands.stream()
					.anyMatch((operand) -> !operand.checks().isEmpty() && !this.effects.isNumber(operand.type()));
			}
		}
		List<Receiver> receivers = forks.all()
			.stream()
			.map((fork) -> Receiver.of(flow, fork, captured))
			.filter(Objects::nonNull)
			.toList();
		return new Found(new ElementCode(flow.method(), forks.all(), receivers, reviewed, readsAnyClass, returns),
				null);
	}

	/**
	 * Whether an instruction may read what a call modifies: an element, and all that can
	 * be reached from it.
	 */
	private boolean readsObjects(MethodFlow flow, int position) {
		AbstractInsnNode insn = flow.instruction(position);
		if (!(insn instanceof MethodInsnNode) && insn.getOpcode() != Opcodes.GETFIELD && !Operands.isArrayLoad(insn)) {
			return false;
		}
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			FlowValue value = flow.operand(position, operand);
			boolean mutable = value.isReference() && !this.effects.isImmutable(value.type());
			if (mutable && !(insn.getOpcode() == Opcodes.GETFIELD && isNoElement(flow, value))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a value is captured, and of another class than any element.
	 */
	private boolean isNoElement(MethodFlow flow, FlowValue value) {
		Type[] parameters = Type.getArgumentTypes(flow.method().desc);
		Type element = parameters[parameters.length - 1];
		boolean captured = flow.origins(value).stream().allMatch(FlowValue::isParameter);
		return captured && isClass(element) && isClass(value.type())
				&& !this.index.isAssignable(element.getInternalName(), value.type().getInternalName())
				&& !this.index.isAssignable(value.type().getInternalName(), element.getInternalName());
	}

	private boolean isClass(Type type) {
		ClassNode node = (type.getSort() == Type.OBJECT) ? this.index.find(type.getInternalName()) : null;
		return node != null && (node.access & Opcodes.ACC_INTERFACE) == 0;
	}

	private List<Step.Operand> operands(MethodFlow flow, int position) {
		List<Step.Operand> operands = new ArrayList<>();
		Step.Use use = Step.Use.of((MethodInsnNode) flow.instruction(position));
		for (int operand = 0; operand < Operands.count(flow.instruction(position)); operand++) {
			FlowValue value = flow.operand(position, operand);
			boolean known = !value.isReference() || ((operand == 0) ? this.effects.isKnownToJdk(value.type())
					: this.effects.isImmutable(value.type()));
			operands.add(new Step.Operand(value.type(), false, false,
					known ? List.of() : List.of(new Step.Check.Reviewed(use))));
		}
		return operands;
	}

	/**
	 * What was found of a function.
	 *
	 * @param code its code, {@code null} if its call cannot be made ahead
	 * @param obstacle why not
	 */
	record Found(@Nullable ElementCode code, @Nullable String obstacle) {

		static Found not(String obstacle) {
			return new Found(null, obstacle);
		}

	}

}
