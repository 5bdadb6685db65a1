package io.deco.analysis;

import java.util.List;

import io.deco.analysis.ClassIndex.DeclaredMethod;
import io.deco.analysis.Effects.Effect;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Reads from a method's byte code which of its arguments it may modify, and which it
 * certainly writes to.
 * <p>
 * An argument, and all that is reached through it, is only read as long as it is used for
 * reading fields, elements and side-effect-free calls. Once it is stored, captured or
 * passed to any other code, it may be modified.
 */
final class ArgumentWrites {

	private final ClassIndex index;

	private final Effects effects;

	private final CallWrites calls;

	ArgumentWrites(ClassIndex index, Effects effects) {
		this.index = index;
		this.effects = effects;
		this.calls = new CallWrites(index, this);
	}

	Written of(DeclaredMethod declared) {
		MethodNode method = declared.method();
		if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
			return Written.UNKNOWN;
		}
		try {
			Frame<Origin>[] frames = MethodOrigins.of(this.index, declared);
			Written written = Written.NOTHING;
			for (int i = 0; i < frames.length; i++) {
				// No frame: the code is never reached
				if (frames[i] != null) {
					written = written.and(of(method.instructions.get(i), frames[i]));
				}
			}
			return written;
		}
		catch (AnalyzerException ex) {
			return Written.UNKNOWN;
		}
	}

	private Written of(AbstractInsnNode instruction, Frame<Origin> frame) {
		return switch (instruction.getOpcode()) {
			case Opcodes.PUTFIELD -> store(MethodOrigins.top(frame, 1), MethodOrigins.top(frame, 0));
			case Opcodes.AASTORE, Opcodes.IASTORE, Opcodes.LASTORE, Opcodes.FASTORE, Opcodes.DASTORE, Opcodes.BASTORE,
					Opcodes.CASTORE, Opcodes.SASTORE ->
				store(MethodOrigins.top(frame, 2), MethodOrigins.top(frame, 0));
			case Opcodes.PUTSTATIC, Opcodes.ARETURN, Opcodes.ATHROW, Opcodes.MONITORENTER, Opcodes.MONITOREXIT ->
				handOver(MethodOrigins.top(frame, 0));
			case Opcodes.INVOKEDYNAMIC -> handOver(MethodOrigins.operands(instruction, frame))
				.and(this.calls.of((InvokeDynamicInsnNode) instruction));
			case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
				call((MethodInsnNode) instruction, MethodOrigins.operands(instruction, frame));
			default -> Written.NOTHING;
		};
	}

	/**
	 * The target is written to, and the value can be reached through it from now on.
	 */
	private Written store(Origin target, Origin value) {
		return handOver(value).and(written(target));
	}

	/**
	 * What it means that an object is modified.
	 */
	static Written written(Origin target) {
		boolean visible = target.role() == Origin.Role.PARAMETER && Long.bitCount(target.parameters()) == 1;
		return new Written(target.parameters(), visible ? target.parameters() : 0,
				target.isReached() ? target.parameters() : 0);
	}

	private Written handOver(Origin value) {
		boolean immutable = value.type() != null && this.effects.isImmutable(value.type());
		return (!value.isReference() || immutable) ? Written.NOTHING : new Written(value.parameters(), 0, 0);
	}

	private Written handOver(List<Origin> values) {
		return values.stream().map(this::handOver).reduce(Written.NOTHING, Written::and);
	}

	/**
	 * Free code keeps nothing that it is given; but a constructor keeps it in what it
	 * makes.
	 */
	private Written call(MethodInsnNode call, List<Origin> operands) {
		int receiver = (call.getOpcode() == Opcodes.INVOKESTATIC) ? 0 : 1;
		Effect effect = this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc,
				Call.types(operands.subList(receiver, operands.size()), call.desc));
		return (effect.isNone() && !call.name.equals("<init>")) ? Written.NOTHING
				: handOver(operands).and(this.calls.of(call, operands));
	}

	/**
	 * Which parameters are written to.
	 *
	 * @param maybe bit i: parameter i, or what it holds, may be modified
	 * @param visibly bit i: a field or element of parameter i itself is written
	 * @param parts bit i: a field or element of something reached through parameter i is
	 * written
	 */
	record Written(long maybe, long visibly, long parts) {

		static final Written NOTHING = new Written(0, 0, 0);

		/** Bit of the receiver, besides those of parameters. */
		static final long RECEIVER = Long.MIN_VALUE;

		static final Written UNKNOWN = new Written(-1L, 0, 0);

		Written and(Written other) {
			return new Written(this.maybe | other.maybe, this.visibly | other.visibly, this.parts | other.parts);
		}

	}

}
