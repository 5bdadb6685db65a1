package io.deco.analysis.flow;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Takes back that an exception handler protects its own start, as far as that can be.
 * <p>
 * A {@code finally} around a block that ends in another one, which does not complete
 * normally, is compiled so: the region lasts until the handler has stored the exception.
 * Storing it cannot fail, so that the region may as well end at the handler. The handler
 * that leaves a monitor protects itself until it has done so: if the same entry protects
 * code before it, each gets an entry of its own.
 */
public final class SelfProtection {

	private SelfProtection() {
	}

	/**
	 * Changes the exception table of a method.
	 */
	public static void removeFrom(MethodNode method) {
		for (TryCatchBlockNode entry : List.copyOf(method.tryCatchBlocks)) {
			InsnList instructions = method.instructions;
			int from = instructions.indexOf(entry.start);
			int to = instructions.indexOf(entry.end);
			int handler = instructions.indexOf(entry.handler);
			if (handler < from || to <= handler) {
				continue;
			}
			boolean before = !onlyStores(instructions, from, handler);
			boolean after = !onlyStores(instructions, handler, to);
			if (before && after) {
				divide(entry, method);
			}
			else if (before) {
				entry.end = entry.handler;
			}
			else if (!after) {
				method.tryCatchBlocks.remove(entry);
			}
		}
	}

	private static void divide(TryCatchBlockNode entry, MethodNode method) {
		TryCatchBlockNode before = new TryCatchBlockNode(entry.start, entry.handler, entry.handler, entry.type);
		method.tryCatchBlocks.add(method.tryCatchBlocks.indexOf(entry), before);
		entry.start = entry.handler;
	}

	private static boolean onlyStores(InsnList instructions, int from, int to) {
		for (int i = from; i < to; i++) {
			int opcode = instructions.get(i).getOpcode();
			if (opcode >= 0 && opcode != Opcodes.ASTORE) {
				return false;
			}
		}
		return true;
	}

}
