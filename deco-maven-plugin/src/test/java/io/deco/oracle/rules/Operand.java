package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Type;

/**
 * An operand of the instruction of a rule.
 *
 * @param name what the table calls it
 * @param type its type
 */
record Operand(String name, Type type) {

	/**
	 * Reads operands from text such as {@code array:[I index:I}.
	 */
	static List<Operand> parse(String text) {
		List<Operand> operands = new ArrayList<>();
		for (String word : text.split(" ")) {
			if (!word.isEmpty()) {
				int colon = word.indexOf(':');
				operands.add(new Operand(word.substring(0, colon), Type.getType(word.substring(colon + 1))));
			}
		}
		return operands;
	}

	boolean isReference() {
		return this.type.getSort() == Type.OBJECT || this.type.getSort() == Type.ARRAY;
	}

}
