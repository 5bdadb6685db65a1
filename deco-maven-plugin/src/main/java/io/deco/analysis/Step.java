package io.deco.analysis;

import java.util.List;

import org.objectweb.asm.Type;

/**
 * Something to be done right before an instruction, with its operands on the stack.
 */
public sealed interface Step {

	/**
	 * Awaits everything that is pending.
	 */
	record AwaitAll() implements Step {
	}

	/**
	 * Awaits the tasks of the sites in a range.
	 *
	 * @param from the first site
	 * @param to the site after the last one
	 */
	record AwaitSites(int from, int to) implements Step {
	}

	/**
	 * Makes operands ready for the instruction.
	 *
	 * @param operands all its operands, the deepest first
	 */
	record Prepare(List<Operand> operands) implements Step {

		/**
		 * The operands from the deepest one on which something is to be done.
		 * @return the operands that have to be taken off the stack
		 */
		public List<Operand> touched() {
			int first = 0;
			while (first < this.operands.size() && !this.operands.get(first).isTouched()) {
				first++;
			}
			return this.operands.subList(first, this.operands.size());
		}

	}

	/**
	 * An operand and what is done to it.
	 *
	 * @param type its type
	 * @param carried whether it arrives as an object that may be pending
	 * @param awaited whether it is awaited and becomes a value of its type
	 * @param reviewed whether everything is awaited unless its class is a reviewed one
	 * @param unmodified whether a pending call that may modify it is awaited
	 */
	record Operand(Type type, boolean carried, boolean awaited, boolean reviewed, boolean unmodified) {

		boolean isTouched() {
			return this.awaited || this.reviewed || this.unmodified;
		}

	}

}
