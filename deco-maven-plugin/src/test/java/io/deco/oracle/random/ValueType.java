package io.deco.oracle.random;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A type that variables of random programs have.
 *
 * @param name its name
 * @param letters what it is
 * @param values expressions of it, the simplest first
 */
record ValueType(String name, String letters, List<String> values) {

	private static final Map<String, String> BOXED = Map.of("int", "Integer", "long", "Long", "double", "Double",
			"float", "Float", "boolean", "Boolean", "char", "Character", "byte", "Byte", "short", "Short");

	static ValueType parse(String line) {
		String[] columns = line.split(" :: ", -1);
		return new ValueType(columns[0], columns[1], Arrays.asList(columns).subList(2, columns.length));
	}

	boolean isPrimitive() {
		return this.letters.indexOf('P') >= 0;
	}

	boolean isMutable() {
		return this.letters.indexOf('M') >= 0;
	}

	boolean isShown() {
		return this.letters.indexOf('S') >= 0;
	}

	/**
	 * Whether its values do what code that nobody has looked into made them do.
	 */
	boolean isCode() {
		return this.name.equals("Supplier<Integer>") || this.name.equals("IntUnaryOperator")
				|| this.name.equals("Iterator<Integer>");
	}

	String boxed() {
		return BOXED.getOrDefault(this.name, this.name);
	}

	/**
	 * Whether an expression of a form can be of this type.
	 */
	boolean allows(Production production) {
		if (!production.type().equals("*")) {
			return production.type().equals(this.name);
		}
		return !(production.has('g') && this.name.contains("<")) && !(production.has('o') && this.name.equals("Object"))
				&& !(production.has('R') && isPrimitive());
	}

}
