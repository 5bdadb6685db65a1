package io.deco.oracle.random;

import java.util.regex.Pattern;

/**
 * A random program.
 *
 * @param seed what it was made from
 * @param tree its source, with {@link #NAME} in place of its name
 */
record RandomProgram(long seed, Tree tree) {

	/**
	 * Stands for the name of the class.
	 */
	static final String NAME = "%NAME%";

	/**
	 * How often a program is run, each time with another input.
	 */
	static final int INPUTS = 3;

	private static final Pattern MODIFYING = Pattern.compile("public void (?!verify)");

	private static final String IMPORTS = """
			package cases.random;

			import java.math.BigInteger;
			import java.util.*;
			import java.util.function.*;
			import java.util.stream.*;

			import io.deco.*;
			import io.deco.oracle.api.*;

			""";

	RandomProgram with(Tree changed) {
		return new RandomProgram(this.seed, changed);
	}

	/**
	 * Whether tasks change objects that others hold. Calls may overlap, so such a change
	 * can be there although a call before it failed.
	 */
	boolean isModifying() {
		String source = this.tree.toString();
		return source.contains("@Modifies") || MODIFYING.matcher(source).find();
	}

	/**
	 * Returns the source of a class.
	 * @param name its simple name
	 */
	String source(String name) {
		return IMPORTS + indent(this.tree.toString().replace(NAME, name));
	}

	private static String indent(String source) {
		StringBuilder text = new StringBuilder();
		int depth = 0;
		boolean blank = true;
		for (String line : source.split("\n", -1)) {
			String stripped = line.strip();
			depth -= (stripped.startsWith("}")) ? 1 : 0;
			if (!stripped.isEmpty() || !blank) {
				text.append(stripped.isEmpty() ? "" : "\t".repeat(Math.max(0, depth)) + stripped).append('\n');
			}
			blank = stripped.isEmpty();
			depth += (stripped.startsWith("}")) ? 1 : 0;
			depth += (int) (stripped.chars().filter((c) -> c == '{').count()
					- stripped.chars().filter((c) -> c == '}').count());
		}
		return text.toString();
	}

}
