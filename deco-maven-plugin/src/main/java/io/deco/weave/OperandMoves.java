package io.deco.weave;

import java.util.List;
import java.util.function.Consumer;

import io.deco.analysis.forks.Step;
import org.objectweb.asm.Type;

/**
 * Does something to each of several operands on the stack.
 */
final class OperandMoves {

	private OperandMoves() {
	}

	/**
	 * Takes operands off the stack, and puts each back, followed by what is done to it.
	 * @param free the first free local variable
	 */
	static void apply(Code code, List<Step.Operand> operands, int free, Consumer<Step.Operand> action) {
		int[] slots = new int[operands.size()];
		int next = free;
		for (int i = slots.length - 1; i >= 0; i--) {
			Type type = operands.get(i).type();
			slots[i] = next;
			next += type.getSize();
			code.store(type, slots[i]);
		}
		for (int i = 0; i < slots.length; i++) {
			code.load(operands.get(i).type(), slots[i]);
			action.accept(operands.get(i));
		}
	}

}
