package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A concurrent method.
 *
 * @param result its type, or {@code void}
 * @param name its name
 * @param parameters its parameters, as in the source
 * @param letters what it does
 * @param body its statements
 */
record ServiceMethod(String result, String name, List<String> parameters, String letters, String body) {

	static ServiceMethod parse(String line) {
		String[] columns = line.split(" :: ", 5);
		List<String> parameters = columns[2].equals("-") ? List.of() : List.of(columns[2].split(", ", -1));
		return new ServiceMethod(columns[0], columns[1], parameters, columns[3], columns[4]);
	}

	boolean has(char letter) {
		return this.letters.indexOf(letter) >= 0;
	}

	/**
	 * Whether it changes an argument.
	 */
	boolean isModifying() {
		return this.parameters.stream().anyMatch((parameter) -> parameter.startsWith("@Modifies"))
				|| (this.result.equals("void") && !this.name.startsWith("verify"));
	}

	List<String> parameterTypes() {
		List<String> types = new ArrayList<>();
		for (String parameter : this.parameters) {
			String[] words = parameter.split(" ", -1);
			types.add(words[words.length - 2]);
		}
		return types;
	}

	String header() {
		return this.result + " " + this.name + "(" + String.join(", ", this.parameters) + ")"
				+ (has('C') ? " throws CheckedFailure" : "");
	}

	String source() {
		return "@Concurrent\n" + (has('S') ? "@Synchronized\n" : "") + "public " + header() + " {\n" + this.body
				+ "\n}\n\n";
	}

}
