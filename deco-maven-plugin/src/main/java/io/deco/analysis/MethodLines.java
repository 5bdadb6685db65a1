package io.deco.analysis;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a {@code @Synchronized} method is in the source.
 *
 * @param type the binary name of the class
 * @param method the name of the method
 * @param file the source file, empty if unknown
 * @param first the first line that has code, 0 if unknown
 * @param last the last line that has code, 0 if unknown
 */
public record MethodLines(String type, String method, String file, int first, int last) {

	/**
	 * Reads the lines of a method.
	 * @param type its class
	 * @param method the method
	 * @param inlined the lines at which code of others was put in place
	 * @return its lines
	 */
	public static MethodLines of(MethodAnalyzer.SourceType type, MethodNode method, InlinedLines inlined) {
		int first = Integer.MAX_VALUE;
		int last = 0;
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof LineNumberNode number) {
				int line = inlined.shown(number.line);
				first = Math.min(first, line);
				last = Math.max(last, line);
			}
		}
		return new MethodLines(type.internalName().replace('/', '.'), method.name, type.file(), Math.min(first, last),
				last);
	}

	/**
	 * Whether a remark is about this method.
	 */
	public boolean covers(Remark remark) {
		return remark.type().equals(this.type) && remark.method().equals(this.method)
				&& (remark.line() == 0 || (this.first <= remark.line() && remark.line() <= this.last));
	}

}
