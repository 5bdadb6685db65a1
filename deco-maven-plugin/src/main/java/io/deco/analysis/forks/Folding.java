package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.flow.MethodFlow;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds the casts, boxings, unboxings and widenings that directly follow a call. They can
 * fail, so they become part of the call: its task then fails where sequential code would
 * have.
 */
final class Folding {

	private static final Set<String> BOXES = Set.of("java/lang/Boolean", "java/lang/Byte", "java/lang/Character",
			"java/lang/Short", "java/lang/Integer", "java/lang/Long", "java/lang/Float", "java/lang/Double");

	private final MethodFlow flow;

	Folding(MethodFlow flow) {
		this.flow = flow;
	}

	List<AbstractInsnNode> after(int call) {
		List<AbstractInsnNode> folded = new ArrayList<>();
		BitSet handlers = this.flow.handlers(call);
		AbstractInsnNode next = this.flow.onlySuccessor(this.flow.instruction(call));
		while (next != null && convert(next) != null && this.flow.handlers(this.flow.position(next)).equals(handlers)) {
			folded.add(next);
			next = this.flow.onlySuccessor(next);
		}
		return folded;
	}

	/**
	 * The type that a conversion yields, or {@code null} if the instruction is none.
	 */
	static @Nullable Type convert(AbstractInsnNode insn) {
		if (insn.getOpcode() == Opcodes.CHECKCAST) {
			return Type.getObjectType(((TypeInsnNode) insn).desc);
		}
		if (insn instanceof MethodInsnNode call && BOXES.contains(call.owner)) {
			return (isBoxing(call) || isUnboxing(call)) ? Type.getReturnType(call.desc) : null;
		}
		return switch (insn.getOpcode()) {
			case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> Type.LONG_TYPE;
			case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> Type.FLOAT_TYPE;
			case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> Type.DOUBLE_TYPE;
			case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I, Opcodes.I2B, Opcodes.I2C, Opcodes.I2S -> Type.INT_TYPE;
			default -> null;
		};
	}

	private static boolean isBoxing(MethodInsnNode call) {
		return call.name.equals("valueOf") && call.desc.charAt(2) == ')' && call.desc.endsWith(";");
	}

	private static boolean isUnboxing(MethodInsnNode call) {
		return call.getOpcode() == Opcodes.INVOKEVIRTUAL && call.name.endsWith("Value") && call.desc.startsWith("()");
	}

}
