package io.deco.analysis.flow;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * Finds the source lines of instructions.
 */
public final class Lines {

	private Lines() {
	}

	/**
	 * Returns the source line of an instruction.
	 * @param insn the instruction
	 * @return its line, 0 if unknown
	 */
	public static int of(AbstractInsnNode insn) {
		@Nullable AbstractInsnNode at = insn;
		while (at != null) {
			if (at instanceof LineNumberNode line) {
				return line.line;
			}
			at = at.getPrevious();
		}
		return 0;
	}

}
