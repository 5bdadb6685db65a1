package io.deco.analysis.forks;

import io.deco.analysis.classpath.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Says in the words of Java what an instruction does with a value that it needs.
 */
public final class Uses {

	/** The operators from iadd to lxor, each of which has up to four types. */
	private static final String[] OPERATORS = { "an addition", "a subtraction", "a multiplication", "a division",
			"a remainder", "a negation" };

	private static final String[] BIT_OPERATORS = { "a shift", "a shift", "a shift", "a bitwise and", "a bitwise or",
			"a bitwise xor" };

	private static final String[] CONVERSIONS = { "long", "float", "double", "int", "float", "double", "int", "long",
			"double", "int", "long", "float", "byte", "char", "short" };

	private Uses() {
	}

	/**
	 * Names what an instruction needs a value for.
	 */
	public static String of(AbstractInsnNode insn) {
		if (insn instanceof MethodInsnNode call) {
			return "needed by " + describe(call);
		}
		if (insn instanceof InvokeDynamicInsnNode call) {
			return call.name.startsWith("makeConcat") ? "used in a concatenation" : "needed by a lambda or pattern";
		}
		return of(insn.getOpcode());
	}

	private static String describe(MethodInsnNode call) {
		String type = Types.simpleName(call.owner);
		return (call.name.equals("<init>")) ? "new " + type : type + "." + call.name;
	}

	/**
	 * Names what instructions of an operation code need a value for.
	 */
	public static String of(int opcode) {
		if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
			return "used to read an element";
		}
		if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
			return "used to write an element";
		}
		if (opcode >= Opcodes.IADD && opcode <= Opcodes.DNEG) {
			return "used in " + OPERATORS[(opcode - Opcodes.IADD) / 4];
		}
		if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
			return "used in " + BIT_OPERATORS[(opcode - Opcodes.ISHL) / 2];
		}
		if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
			return "converted to " + CONVERSIONS[opcode - Opcodes.I2L];
		}
		return switch (opcode) {
			case Opcodes.IINC -> "incremented";
			case Opcodes.LCMP, Opcodes.FCMPL, Opcodes.FCMPG, Opcodes.DCMPL, Opcodes.DCMPG, Opcodes.IFEQ, Opcodes.IFNE,
					Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE, Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE,
					Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE, Opcodes.IF_ACMPEQ,
					Opcodes.IF_ACMPNE ->
				"compared";
			case Opcodes.IFNULL, Opcodes.IFNONNULL -> "compared with null";
			case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> "used in a switch";
			case Opcodes.IRETURN, Opcodes.LRETURN, Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN -> "returned";
			case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> "used as the length of an array";
			case Opcodes.ARRAYLENGTH -> "asked for its length";
			case Opcodes.ATHROW -> "thrown";
			case Opcodes.CHECKCAST -> "cast";
			case Opcodes.INSTANCEOF -> "asked for its type";
			case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> "locked on";
			default -> throw new IllegalArgumentException("Opcode " + opcode + " uses no value");
		};
	}

}
