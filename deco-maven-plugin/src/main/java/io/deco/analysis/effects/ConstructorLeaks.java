package io.deco.analysis.effects;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Knows the constructors that may hand on the object that they make, if only to another
 * object that they make: whoever gets that one can then see the first.
 */
final class ConstructorLeaks {

	private final ClassIndex index;

	private final Effects effects;

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	ConstructorLeaks(ClassIndex index, Effects effects) {
		this.index = index;
		this.effects = effects;
	}

	/**
	 * Whether a constructor that has no effect else may hand on its object.
	 */
	boolean contain(String owner, String descriptor) {
		String key = owner + descriptor;
		Boolean leaks = this.known.get(key);
		if (leaks == null) {
			leaks = !this.index.isPlatform(owner) && leaks(this.index.resolveMethod(owner, "<init>", descriptor));
			this.known.put(key, leaks);
		}
		return leaks;
	}

	private boolean leaks(@Nullable DeclaredMethod constructor) {
		if (constructor == null) {
			return true;
		}
		MethodNode method = constructor.method();
		try {
			Frame<BasicValue>[] frames = new Analyzer<>(new SelfInterpreter()).analyze(constructor.type().name, method);
			for (int i = 0; i < frames.length; i++) {
				if (frames[i] != null && leaks(method.instructions.get(i), frames[i])) {
					return true;
				}
			}
			return false;
		}
		catch (AnalyzerException | LimitExceededException ex) {
			return true;
		}
	}

	private boolean leaks(AbstractInsnNode insn, Frame<BasicValue> frame) {
		int count = Operands.count(insn);
		for (int operand = 0; operand < count; operand++) {
			boolean self = SelfInterpreter.SELF.equals(frame.getStack(frame.getStackSize() - count + operand));
			if (self && leaks(insn, operand)) {
				return true;
			}
		}
		return false;
	}

	private boolean leaks(AbstractInsnNode insn, int operand) {
		if (insn instanceof MethodInsnNode call) {
			return call.name.equals("<init>") ? operand > 0 || contain(call.owner, call.desc) : keeps(call);
		}
		return switch (insn.getOpcode()) {
			case Opcodes.ASTORE, Opcodes.GETFIELD, Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.IF_ACMPEQ,
					Opcodes.IF_ACMPNE, Opcodes.INSTANCEOF ->
				false;
			case Opcodes.PUTFIELD -> operand == 1;
			default -> true;
		};
	}

	/**
	 * A free method can keep what it is given only in what it returns.
	 */
	private boolean keeps(MethodInsnNode call) {
		return !this.effects.isImmutable(Type.getReturnType(call.desc)) || InstructionEffects
			.isObservable(this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc));
	}

	/**
	 * Follows the new object through its constructor.
	 */
	private static final class SelfInterpreter extends BasicInterpreter {

		private static final BasicValue SELF = new BasicValue(Type.getObjectType("<self>"));

		private SelfInterpreter() {
			super(Opcodes.ASM9);
		}

		@Override
		public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
			return (isInstanceMethod && local == 0) ? SELF : super.newParameterValue(isInstanceMethod, local, type);
		}

		@Override
		public BasicValue newExceptionValue(TryCatchBlockNode block, Frame<BasicValue> handlerFrame, Type type) {
			return BasicValue.REFERENCE_VALUE;
		}

		@Override
		public BasicValue merge(BasicValue first, BasicValue second) {
			return (SELF.equals(first) || SELF.equals(second)) ? SELF : super.merge(first, second);
		}

	}

}
