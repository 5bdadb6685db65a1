package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that a piece of source may have.
 *
 * @param type the type of an expression, or the types that a statement is about
 * @param name tells it from others of its type
 * @param weight how often it is tried
 * @param letters what it does
 * @param parts strings and holes
 */
record Production(String type, String name, int weight, String letters, List<Object> parts) {

	private static final Pattern HOLE = Pattern.compile("\\{([!@]?[A-Za-z][^\\s{}]*)\\}");

	static Production parse(String line) {
		String[] columns = line.split(" :: ", 5);
		String letters = columns[3] + (columns[4].contains("effect(") ? "e" : "");
		return new Production(columns[0], columns[1], Integer.parseInt(columns[2]), letters, parts(columns[4]));
	}

	private static List<Object> parts(String form) {
		List<Object> parts = new ArrayList<>();
		Matcher hole = HOLE.matcher(form);
		int end = 0;
		while (hole.find()) {
			parts.add(form.substring(end, hole.start()));
			String[] named = hole.group(1).split(":", 2);
			parts.add(new Hole(named[0], (named.length > 1) ? named[1] : ""));
			end = hole.end();
		}
		parts.add(form.substring(end));
		return List.copyOf(parts);
	}

	boolean has(char letter) {
		return this.letters.indexOf(letter) >= 0;
	}

	/**
	 * A place to be filled.
	 *
	 * @param kind what goes there: the name of a type for an expression
	 * @param argument more about it, often a type
	 */
	record Hole(String kind, String argument) {
	}

}
