package io.deco.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * The list that tells the runtime which methods are concurrent although no annotation
 * says so. It is packaged with the classes whose calls of these methods are woven.
 */
final class ConcurrentList {

	private static final String NAME = "META-INF/deco/concurrent-methods";

	private ConcurrentList() {
	}

	/**
	 * Writes the list, or deletes it if there is nothing to list. A list that is up to
	 * date is not touched.
	 */
	static void write(Path classes, Collection<String> methods) throws IOException {
		Path file = classes.resolve(NAME);
		if (methods.isEmpty()) {
			Files.deleteIfExists(file);
			return;
		}
		String text = String.join("\n", methods) + "\n";
		if (!Files.exists(file) || !Files.readString(file).equals(text)) {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
	}

}
