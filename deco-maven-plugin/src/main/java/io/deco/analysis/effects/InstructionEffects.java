package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.flow.HandlerLocals;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Says of each instruction what it may do that others could observe. What is not listed
 * here computes, moves or branches, and has no effect.
 */
public final class InstructionEffects {

	/** No effect, and reads nothing that can change. */
	public static final Effects.Effect NONE = new Effects.Effect(Effects.Effect.Kind.SHALLOW, "");

	private final MethodFlow flow;

	private final String owner;

	private final ClassIndex index;

	private final Effects effects;

	private final FreshObjects fresh;

	private final OwnIterators iterators;

	public InstructionEffects(MethodFlow flow, String owner, ClassIndex index, Effects effects,
			HandlerLocals handlerLocals) {
		this.flow = flow;
		this.owner = owner;
		this.index = index;
		this.effects = effects;
		this.fresh = new FreshObjects(flow, effects);
		this.iterators = new OwnIterators(flow, handlerLocals);
	}

	/**
	 * The effect of the instruction at a position, its fields and classes included.
	 */
	public Effects.Effect of(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (insn instanceof MethodInsnNode call) {
			return ofCall(position, call);
		}
		if (insn instanceof InvokeDynamicInsnNode dynamic) {
			return ofDynamic(dynamic);
		}
		if (insn instanceof FieldInsnNode access) {
			return ofField(position, access);
		}
		if (insn instanceof LdcInsnNode constant && constant.cst instanceof ConstantDynamic) {
			return observable("a dynamic constant runs code of its own");
		}
		if (Operands.isArrayStore(insn)) {
			return (isFreshTarget(position)) ? NONE : observable("writes to an array that others may hold");
		}
		if (Operands.isReturn(insn)) {
			return observable("the method returns");
		}
		return switch (insn.getOpcode()) {
			case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> observable("enters or leaves a synchronized block");
			case Opcodes.NEW -> this.effects.ofInitialisation(((TypeInsnNode) insn).desc, this.owner);
			default -> NONE;
		};
	}

	private Effects.Effect ofCall(int position, MethodInsnNode call) {
		if (call.getOpcode() == Opcodes.INVOKESTATIC) {
			Effects.Effect initialisation = this.effects.ofInitialisation(call.owner, this.owner);
			if (isObservable(initialisation)) {
				return initialisation;
			}
		}
		if (this.effects.movesReceiver(call.owner, call.name, call.desc) && !this.iterators.isReceiver(position)) {
			return observable("moves an iterator that others may hold");
		}
		List<Type> arguments = new ArrayList<>();
		for (int i = (call.getOpcode() == Opcodes.INVOKESTATIC) ? 0 : 1; i < Operands.count(call); i++) {
			arguments.add(this.flow.operand(position, i).type());
		}
		return this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc, arguments);
	}

	private Effects.Effect ofDynamic(InvokeDynamicInsnNode dynamic) {
		return switch (dynamic.bsm.getOwner()) {
			case DynamicCallEffects.LAMBDAS, DynamicCallEffects.SWITCHES -> this.effects.ofLinkage(dynamic, this.owner);
			case DynamicCallEffects.STRINGS -> ofConcatenation(dynamic);
			default -> observable("calls code that is linked at run time");
		};
	}

	/**
	 * Whether a concatenation has operands of immutable types only.
	 */
	public static boolean isPureConcatenation(InvokeDynamicInsnNode dynamic, Effects effects) {
		return dynamic.bsm.getOwner().equals(DynamicCallEffects.STRINGS)
				&& Arrays.stream(Type.getArgumentTypes(dynamic.desc)).allMatch(effects::isImmutable);
	}

	private Effects.Effect ofConcatenation(InvokeDynamicInsnNode dynamic) {
		return Arrays.stream(Type.getArgumentTypes(dynamic.desc))
			.filter((type) -> !this.effects.isImmutable(type))
			.findFirst()
			.map((type) -> observable("string concatenation calls toString of " + type.getClassName()))
			.orElse(NONE);
	}

	private Effects.Effect ofField(int position, FieldInsnNode access) {
		ClassIndex.DeclaredField declared = this.index.resolveField(access.owner, access.name, access.desc);
		String name = Types.simpleName(access.owner) + "." + access.name;
		if (declared == null || (declared.field().access & Opcodes.ACC_VOLATILE) != 0) {
			return observable("accesses the volatile or unknown field " + name);
		}
		return switch (access.getOpcode()) {
			case Opcodes.GETSTATIC -> this.effects.ofInitialisation(declared.type().name, this.owner);
			case Opcodes.PUTFIELD -> (isFreshTarget(position)) ? NONE : observable("writes to field " + name);
			case Opcodes.PUTSTATIC -> observable("writes to field " + name);
			default -> NONE;
		};
	}

	/**
	 * A store to an object that only this method holds is visible to nobody else, but a
	 * handler of this method would see it.
	 */
	public boolean isFreshTarget(int position) {
		return this.flow.handlers(position).isEmpty() && this.fresh.isTarget(position);
	}

	/**
	 * Whether an effect is known, and observable.
	 */
	public static boolean isObservable(Effects.@Nullable Effect effect) {
		return effect != null && effect.kind() == Effects.Effect.Kind.OBSERVABLE;
	}

	/**
	 * An observable effect, for a reason.
	 */
	public static Effects.Effect observable(String reason) {
		return new Effects.Effect(Effects.Effect.Kind.OBSERVABLE, reason);
	}

}
