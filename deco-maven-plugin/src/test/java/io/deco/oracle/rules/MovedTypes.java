package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the moves within the stack leave there.
 */
final class MovedTypes {

	private MovedTypes() {
	}

	/**
	 * Returns the types of what is on the stack afterwards, the deepest first.
	 */
	static List<Type> after(int opcode, List<Type> before) {
		List<Type> after = new ArrayList<>(before);
		int slots = (opcode == Opcodes.POP2 || (opcode >= Opcodes.DUP2 && opcode <= Opcodes.DUP2_X2)) ? 2 : 1;
		int moved = (slots == 2 && before.get(before.size() - 1).getSize() == 1) ? 2 : 1;
		List<Type> top = List.copyOf(before.subList(before.size() - moved, before.size()));
		switch (opcode) {
			case Opcodes.POP, Opcodes.POP2 -> after.subList(before.size() - moved, before.size()).clear();
			case Opcodes.SWAP -> after.add(0, after.remove(1));
			case Opcodes.DUP, Opcodes.DUP2 -> after.addAll(top);
			default -> after.addAll(0, top);
		}
		return after;
	}

}
