package io.deco.oracle.rules;

import java.util.List;
import java.util.function.Consumer;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A program of one instruction, from which a row of the table is derived.
 *
 * @param section the part of the table
 * @param label what the table calls the instruction
 * @param variant what tells it from other programs of the same instruction, may be empty
 * @param opcode the instruction
 * @param operands what it takes from the stack or a variable, the deepest first
 * @param result the type of what the code leaves on the stack
 * @param returns the type that the method returns; if it is not Object, the code ends
 * with the return
 * @param marks whether the code says itself where the instruction is, since others come
 * before it
 * @param code emits the instruction, with its operands on the stack
 * @param why the reason for the rule, one sentence
 */
record RuleProgram(String section, String label, String variant, int opcode, List<Operand> operands, Type result,
		Type returns, boolean marks, Consumer<RuleCode> code, String why) {

	static final Type OBJECT = Type.getType(Object.class);

	boolean returnsItself() {
		return (this.opcode >= Opcodes.IRETURN && this.opcode <= Opcodes.RETURN) || this.opcode == Opcodes.ATHROW;
	}

	/**
	 * Class files with subroutines are older than what is woven.
	 */
	boolean isOld() {
		return this.opcode == Opcodes.JSR || this.opcode == Opcodes.RET;
	}

	@Override
	public String toString() {
		return this.label + (this.variant.isEmpty() ? "" : " (" + this.variant + ")");
	}

}
