package io.deco.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to break deco.
 *
 * @param name what it breaks
 * @param cases those that are likely to find it
 * @param file the source file, below {@code io/deco}
 * @param original what it says there, once
 * @param replacement what it says then
 */
record Mutation(String name, List<String> cases, String file, String original, String replacement) {

	private static final List<Path> SOURCES = List.of(Path.of("src/main/java/io/deco"),
			Path.of("../deco-spring-boot-autoconfigure/src/main/java/io/deco"));

	/**
	 * Reads a list of mutations, with empty lines between them: the name, the cases that
	 * are likely to find it after {@code ?}, the file after {@code @}, the original lines
	 * after {@code -}, those that replace them after {@code +}.
	 * @param list the file
	 * @return the mutations
	 * @throws IOException if it cannot be read
	 */
	static List<Mutation> read(Path list) throws IOException {
		return Stream.of(Files.readString(list).split("\n\n+"))
			.map((text) -> text.lines().filter((line) -> !line.startsWith("#")).toList())
			.filter((lines) -> !lines.isEmpty())
			.map((lines) -> new Mutation(lines.get(0), marked(lines, '?').lines().toList(), marked(lines, '@').strip(),
					marked(lines, '-'), marked(lines, '+')))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private static String marked(List<String> lines, char mark) {
		return lines.stream()
			.skip(1)
			.filter((line) -> line.charAt(0) == mark)
			.map((line) -> line.substring(1).strip())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Whether it breaks the runtime, and not the weaver.
	 */
	boolean isOfRuntime() {
		return this.file.startsWith("runtime/");
	}

	Path source() {
		return SOURCES.stream()
			.map((folder) -> folder.resolve(this.file))
			.filter(Files::exists)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(this.name + ": there is no " + this.file));
	}

	/**
	 * Returns the source with the mutation. White space does not count.
	 */
	String mutated() throws IOException {
		String source = Files.readString(source());
		List<String> words = new ArrayList<>(List.of(this.original.strip().split("\\s+")));
		words.replaceAll(Pattern::quote);
		Matcher matcher = Pattern.compile(String.join("\\s+", words)).matcher(source);
		if (this.original.isBlank() || !matcher.find()) {
			throw new IllegalStateException(this.name + ": " + this.file + " no longer says: " + this.original);
		}
		String mutated = source.substring(0, matcher.start()) + this.replacement + source.substring(matcher.end());
		if (matcher.find()) {
			throw new IllegalStateException(this.name + ": " + this.file + " says more than once: " + this.original);
		}
		return mutated;
	}

}
