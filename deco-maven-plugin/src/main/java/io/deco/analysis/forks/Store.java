package io.deco.analysis.forks;

import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A store to an array or a collection that may be made later, or an insertion into a map
 * whose value is known at once.
 *
 * @param site its position among the instructions, which numbers it among the sites of
 * the method
 * @param insn the store to an array, or the call
 * @param discard the instruction that discards the call's result, {@code null} if there
 * is none
 * @param returnsTarget whether the call returns the object that it stores to
 * @param inserts whether the call inserts what a function makes, unless there is a value,
 * and returns the value
 * @param plainKeys whether the first operand can be hashed at any time, as far as its
 * static type tells
 * @param line the source line, 0 if unknown
 */
public record Store(int site, AbstractInsnNode insn, @Nullable AbstractInsnNode discard, boolean returnsTarget,
		boolean inserts, boolean plainKeys, int line) {

	/**
	 * The operand that is stored, which may be pending.
	 * @return its position among the operands
	 */
	public int stored() {
		return Operands.count(this.insn) - 1;
	}

}
