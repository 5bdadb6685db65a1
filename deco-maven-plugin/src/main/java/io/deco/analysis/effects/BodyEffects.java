package io.deco.analysis.effects;

import java.util.List;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex.DeclaredField;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ImmutableTypes;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.Effects.Effect;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Decides the effect of a method's own code, one instruction after the other.
 * <p>
 * Code is free as long as it writes only to objects that it made itself, and calls only
 * free code. Then nothing that it made can be seen by others before it returns. It is
 * shallow as long as it reads only fields of those and of what it was given.
 */
final class BodyEffects {

	private static final int MAX_INSTRUCTIONS = 4000;

	private static final Effect FREE = Effect.shallow("shows no effect");

	private final ClassIndex index;

	private final CallEffects calls;

	private final DynamicCallEffects dynamicCalls;

	private final ImmutableTypes immutableTypes;

	private final ClassInitialisation initialisation;

	BodyEffects(ClassIndex index, CallEffects calls, ImmutableTypes immutableTypes,
			ClassInitialisation initialisation) {
		this.index = index;
		this.calls = calls;
		this.dynamicCalls = new DynamicCallEffects(immutableTypes, initialisation, calls);
		this.immutableTypes = immutableTypes;
		this.initialisation = initialisation;
	}

	Effect of(DeclaredMethod declared) {
		MethodNode method = declared.method();
		if ((method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) != 0) {
			return Effect.observable("has no byte code");
		}
		if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
			return Effect.observable("is synchronized");
		}
		if (Annotations.has(method, Annotations.CONCURRENT)) {
			return Effect.observable("is concurrent");
		}
		if (method.instructions.size() > MAX_INSTRUCTIONS) {
			return Effect.observable("is too long to analyse");
		}
		try {
			return of(declared, MethodOrigins.of(this.index, declared));
		}
		catch (AnalyzerException ex) {
			return Effect.observable("cannot be analysed");
		}
	}

	private Effect of(DeclaredMethod declared, Frame<Origin>[] frames) {
		Effect effect = FREE;
		for (int i = 0; i < frames.length && !effect.isObservable(); i++) {
			// No frame: the code is never reached
			if (frames[i] != null) {
				effect = effect.and(of(declared.method().instructions.get(i), frames[i], declared));
			}
		}
		return effect;
	}

	private Effect of(AbstractInsnNode instruction, Frame<Origin> frame, DeclaredMethod in) {
		return switch (instruction.getOpcode()) {
			case Opcodes.GETFIELD -> read((FieldInsnNode) instruction, MethodOrigins.top(frame, 0).isReached());
			case Opcodes.GETSTATIC -> readStatic((FieldInsnNode) instruction, in);
			case Opcodes.PUTFIELD -> write((FieldInsnNode) instruction, MethodOrigins.top(frame, 1));
			case Opcodes.PUTSTATIC -> writeStatic((FieldInsnNode) instruction, in);
			case Opcodes.IALOAD, Opcodes.LALOAD, Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.AALOAD, Opcodes.BALOAD,
					Opcodes.CALOAD, Opcodes.SALOAD ->
				MethodOrigins.top(frame, 1).isReached() ? new Effect(Kind.DEEP, "reads elements of an array") : FREE;
			case Opcodes.IASTORE, Opcodes.LASTORE, Opcodes.FASTORE, Opcodes.DASTORE, Opcodes.AASTORE, Opcodes.BASTORE,
					Opcodes.CASTORE, Opcodes.SASTORE ->
				MethodOrigins.top(frame, 2).isFresh() ? FREE : Effect.observable("writes an element of an array");
			case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> Effect.observable("locks an object");
			case Opcodes.NEW -> initialise(((TypeInsnNode) instruction).desc, in);
			case Opcodes.LDC -> (((LdcInsnNode) instruction).cst instanceof ConstantDynamic)
					? Effect.observable("computes a dynamic constant") : FREE;
			case Opcodes.INVOKEDYNAMIC -> this.dynamicCalls.of((InvokeDynamicInsnNode) instruction, in.type().name,
					MethodOrigins.operands(instruction, frame));
			case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
				call((MethodInsnNode) instruction, MethodOrigins.operands(instruction, frame), in);
			default -> FREE;
		};
	}

	private Effect read(FieldInsnNode field, boolean far) {
		DeclaredField declared = this.index.resolveField(field.owner, field.name, field.desc);
		if (declared == null) {
			return Effect.observable("reads field " + name(field) + ", which is not on the class path");
		}
		if ((declared.field().access & Opcodes.ACC_VOLATILE) != 0) {
			return Effect.observable("reads volatile field " + name(field));
		}
		return far ? new Effect(Kind.DEEP, "reads field " + name(field)) : FREE;
	}

	private Effect readStatic(FieldInsnNode field, DeclaredMethod in) {
		DeclaredField declared = this.index.resolveField(field.owner, field.name, field.desc);
		boolean fixed = declared != null && (declared.field().access & Opcodes.ACC_FINAL) != 0;
		boolean initialiser = in.method().name.equals("<clinit>") && in.type().name.equals(field.owner);
		Effect read = read(field, !fixed && !initialiser);
		return (declared != null) ? read.and(initialise(declared.type().name, in)) : read;
	}

	private static Effect write(FieldInsnNode field, Origin target) {
		return target.isFresh() ? FREE : Effect.observable("writes field " + name(field));
	}

	private static Effect writeStatic(FieldInsnNode field, DeclaredMethod in) {
		return (in.method().name.equals("<clinit>") && in.type().name.equals(field.owner)) ? FREE
				: Effect.observable("writes static field " + name(field));
	}

	private static String name(FieldInsnNode field) {
		return field.owner.substring(Math.max(field.owner.lastIndexOf('/'), field.owner.lastIndexOf('$')) + 1) + '.'
				+ field.name;
	}

	private Effect initialise(String owner, DeclaredMethod in) {
		return this.initialisation.of(owner, in.type().name, this.calls);
	}

	private Effect call(MethodInsnNode instruction, List<Origin> operands, DeclaredMethod in) {
		boolean isStatic = instruction.getOpcode() == Opcodes.INVOKESTATIC;
		List<Origin> arguments = isStatic ? operands : operands.subList(1, operands.size());
		Call call = new Call(instruction.getOpcode(), instruction.owner, instruction.name, instruction.desc,
				Call.types(arguments, instruction.desc));
		String own = isStatic ? null : ownPlatformType(operands.get(0));
		if (own != null && this.calls.isFreeOnOwn(call, own, arguments)) {
			return FREE;
		}
		Effect effect = this.calls.of(call);
		if (isStatic && !effect.isObservable()) {
			DeclaredMethod resolved = this.index.resolveMethod(call.owner(), call.name(), call.descriptor());
			effect = effect.and(initialise((resolved != null) ? resolved.type().name : call.owner(), in));
		}
		return switch (effect.kind()) {
			case SHALLOW -> operands.stream().anyMatch(this::isFar) ? new Effect(Kind.DEEP, effect.reason()) : effect;
			case REVIEWED -> Effect.observable("calls " + call + " on an object that may be of any class");
			case DEEP, PROMISED, OBSERVABLE -> effect;
		};
	}

	private boolean isFar(Origin value) {
		return value.isReached() && !(value.type() != null && this.immutableTypes.contains(value.type()));
	}

	private static @Nullable String ownPlatformType(Origin receiver) {
		Type type = receiver.type();
		return (receiver.isFresh() && receiver.platform() && type != null) ? type.getInternalName() : null;
	}

}
