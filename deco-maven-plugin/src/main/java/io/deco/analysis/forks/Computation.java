package io.deco.analysis.forks;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * An instruction that computes with pending results and depends on nothing else, so that
 * it may do so later.
 *
 * @param site its position among the instructions, which numbers it among the sites of
 * the method
 * @param insn the instruction
 * @param result the type of the result
 * @param immutable whether the result can never change
 * @param line the source line, 0 if unknown
 */
public record Computation(int site, AbstractInsnNode insn, Type result, boolean immutable, int line) {

}
