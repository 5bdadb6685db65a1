package io.deco.oracle.rules;

import java.util.List;
import java.util.regex.Pattern;

import org.objectweb.asm.Type;

/**
 * An operand of the instruction of a rule.
 *
 * @param name what the table calls it
 * @param type its type
 */
record Operand(String name, Type type) {

	private static final Pattern WORD = Pattern.compile("([^ :]+):([^ ]+)");

	/**
	 * Reads operands from text such as {@code array:[I index:I}.
	 */
	static List<Operand> parse(String text) {
		return WORD.matcher(text)
			.results()
			.map((word) -> new Operand(word.group(1), Type.getType(word.group(2))))
			.toList();
	}

	boolean isReference() {
		return this.type.getSort() == Type.OBJECT || this.type.getSort() == Type.ARRAY;
	}

}
