package io.deco.analysis.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/**
 * Tells how many values an instruction takes from the operand stack. A {@code long} or
 * {@code double} counts as one. Moves within the stack ({@code pop}, {@code dup},
 * {@code swap}) take none: they use no value.
 */
public final class Operands {

	private Operands() {
	}

	/**
	 * The number of values that an instruction takes.
	 */
	public static int count(AbstractInsnNode insn) {
		int opcode = insn.getOpcode();
		if (insn instanceof MethodInsnNode call) {
			return Type.getArgumentCount(call.desc) + ((opcode == Opcodes.INVOKESTATIC) ? 0 : 1);
		}
		if (insn instanceof InvokeDynamicInsnNode call) {
			return Type.getArgumentCount(call.desc);
		}
		if (insn instanceof MultiANewArrayInsnNode array) {
			return array.dims;
		}
		if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
			return 2;
		}
		if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
			return 3;
		}
		if (isWithin(opcode, Opcodes.INEG, Opcodes.DNEG) || isWithin(opcode, Opcodes.I2L, Opcodes.I2S)) {
			return 1;
		}
		if (isWithin(opcode, Opcodes.IADD, Opcodes.DREM) || isWithin(opcode, Opcodes.ISHL, Opcodes.LXOR)
				|| isWithin(opcode, Opcodes.LCMP, Opcodes.DCMPG)) {
			return 2;
		}
		return switch (opcode) {
			case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.ASTORE, Opcodes.IFEQ,
					Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE, Opcodes.IFNULL,
					Opcodes.IFNONNULL, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH, Opcodes.IRETURN, Opcodes.LRETURN,
					Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN, Opcodes.PUTSTATIC, Opcodes.GETFIELD,
					Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.ARRAYLENGTH, Opcodes.ATHROW, Opcodes.CHECKCAST,
					Opcodes.INSTANCEOF, Opcodes.MONITORENTER, Opcodes.MONITOREXIT ->
				1;
			case Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE, Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT,
					Opcodes.IF_ICMPLE, Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE, Opcodes.PUTFIELD ->
				2;
			default -> 0;
		};
	}

	private static boolean isWithin(int opcode, int first, int last) {
		return first <= opcode && opcode <= last;
	}

	/**
	 * Whether an operand is the object that a constructor is called on: it is not one
	 * yet.
	 */
	public static boolean isMade(AbstractInsnNode insn, int operand) {
		return operand == 0 && insn instanceof MethodInsnNode call && call.name.equals("<init>");
	}

	/**
	 * Whether an instruction loads a local variable.
	 */
	public static boolean isLoad(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.ILOAD && insn.getOpcode() <= Opcodes.ALOAD;
	}

	/**
	 * Whether an instruction stores to a local variable.
	 */
	public static boolean isStore(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.ISTORE && insn.getOpcode() <= Opcodes.ASTORE;
	}

	/**
	 * Whether an instruction leaves the method, other than by an exception.
	 */
	public static boolean isReturn(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
	}

	/**
	 * Whether an instruction writes an element of an array.
	 */
	public static boolean isArrayStore(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.IASTORE && insn.getOpcode() <= Opcodes.SASTORE;
	}

	/**
	 * Whether an instruction reads an element of an array.
	 */
	public static boolean isArrayLoad(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.IALOAD && insn.getOpcode() <= Opcodes.SALOAD;
	}

	/**
	 * Whether an instruction only moves, copies or drops values of the stack.
	 */
	public static boolean isStackMove(AbstractInsnNode insn) {
		return insn.getOpcode() >= Opcodes.POP && insn.getOpcode() <= Opcodes.SWAP;
	}

}
