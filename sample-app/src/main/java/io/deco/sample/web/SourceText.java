package io.deco.sample.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/**
 * Finds what was written: the build copies the sources of the woven classes next to them.
 */
final class SourceText {

	private SourceText() {
	}

	/**
	 * Returns the lines of the first {@code @Synchronized} method of a class.
	 * @param type the class
	 * @return its lines, the annotation first, without the indentation of the class body
	 * @throws IOException if the source was not copied
	 */
	static List<String> ofSynchronizedMethod(Class<?> type) throws IOException {
		String path = "source/" + type.getName().replace('.', '/') + ".java";
		List<String> lines = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.dropWhile((line) -> !line.equals("\t@Synchronized"))
			.toList();
		return lines.subList(0, lines.indexOf("\t}") + 1)
			.stream()
			.map((line) -> line.substring(1).replace("\t", "    "))
			.toList();
	}

}
