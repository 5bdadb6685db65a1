package io.deco.analysis.effects;

import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Follows what a method puts into the {@linkplain MadeObjects objects that it makes}:
 * what it reads from them later may be a part of what its caller gave it.
 */
final class ObjectStores {

	private static final Type OBJECT = Type.getObjectType("java/lang/Object");

	private static final int MAX_ROUNDS = 12;

	private final ClassIndex index;

	private final Effects effects;

	ObjectStores(ClassIndex index, Effects effects) {
		this.index = index;
		this.effects = effects;
	}

	/**
	 * Computes where the values in a method come from, and what the objects that it makes
	 * hold.
	 */
	Frame<Origin>[] follow(DeclaredMethod declared, MadeObjects made) throws AnalyzerException {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Frame<Origin>[] frames = MethodOrigins.of(this.index, declared, made);
			for (int i = 0; i < frames.length; i++) {
				if (frames[i] != null) {
					note(declared.method().instructions.get(i), frames[i], made);
				}
			}
			if (!made.hasChanged()) {
				return frames;
			}
		}
		throw new AnalyzerException(null, "it stores too much in what it makes to be followed");
	}

	private void note(AbstractInsnNode instruction, Frame<Origin> frame, MadeObjects made) {
		switch (instruction.getOpcode()) {
			case Opcodes.PUTFIELD -> store(MethodOrigins.top(frame, 1), MethodOrigins.top(frame, 0), made);
			case Opcodes.AASTORE -> store(MethodOrigins.top(frame, 2), MethodOrigins.top(frame, 0), made);
			case Opcodes.INVOKEDYNAMIC -> {
				Origin function = Origin.fresh(null, false).from(made.function(instruction), 0);
				MethodOrigins.operands(instruction, frame).forEach((captured) -> store(function, captured, made));
			}
			case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
				call((MethodInsnNode) instruction, MethodOrigins.operands(instruction, frame), made);
			default -> {
			}
		}
	}

	private void store(Origin target, Origin value, MadeObjects made) {
		if (isMutable(value)) {
			made.store(target, value);
		}
	}

	private boolean isMutable(Origin value) {
		return value.isReference() && (value.type() == null || !this.effects.isImmutable(value.type()));
	}

	/**
	 * A constructor stores its arguments in the new object, a method of the JDK in its
	 * receiver, or in what it is known to fill; any other may store them anywhere.
	 */
	private void call(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		if (call.owner.startsWith("[")) {
			Origin copy = Origin.fresh(null, false).from(made.place(call), 0);
			made.store(copy, element(operands.get(0), made));
			return;
		}
		if (operands.size() < 2 || isFree(this.effects, call, operands)) {
			return;
		}
		for (int i = 0; i < operands.size(); i++) {
			for (int j = 0; j < operands.size() && isMade(operands.get(i)); j++) {
				if (i != j && isMutable(operands.get(j))) {
					call(call, operands, i, j, made);
				}
			}
		}
	}

	private void call(MethodInsnNode call, List<Origin> operands, int to, int from, MadeObjects made) {
		Origin target = operands.get(to);
		Origin value = operands.get(from);
		if (!this.index.isPlatform(call.owner) || made.isFunction(target)) {
			made.give(target, value);
		}
		else if (to == 0 && call.getOpcode() != Opcodes.INVOKESTATIC) {
			keep(call, target, value, from - 1, made);
		}
		else if (JdkWrites.writes(call, to)) {
			made.give(target, value);
		}
	}

	private static void keep(MethodInsnNode call, Origin target, Origin value, int argument, MadeObjects made) {
		if (JdkWrites.keepsNothing(call)) {
			return;
		}
		made.store(target, value);
		if (!isElement(call, argument)) {
			made.store(target, element(value, made));
		}
	}

	private static boolean isMade(Origin value) {
		return (value.made() | value.within()) != 0;
	}

	/**
	 * Whether an argument may be of any class, so that the method takes nothing out of
	 * it.
	 */
	private static boolean isElement(MethodInsnNode call, int argument) {
		return Type.getArgumentTypes(call.desc)[argument].equals(OBJECT);
	}

	private static Origin element(Origin holder, MadeObjects made) {
		return Origin.reached(OBJECT, made.read(holder)).from(0, holder.made() | holder.within());
	}

	/**
	 * Whether a call keeps nothing that it is given; a constructor keeps it in what it
	 * makes.
	 */
	static boolean isFree(Effects effects, MethodInsnNode call, List<Origin> operands) {
		int receiver = (call.getOpcode() == Opcodes.INVOKESTATIC) ? 0 : 1;
		Effect effect = effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc,
				Call.types(operands.subList(receiver, operands.size()), call.desc));
		return effect.isNone() && !call.name.equals("<init>");
	}

}
