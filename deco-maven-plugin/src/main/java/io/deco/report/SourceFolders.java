package io.deco.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The source folders of a module, in which the report finds the lines that it shows.
 */
public final class SourceFolders {

	private final List<Path> folders;

	public SourceFolders(List<Path> folders) {
		this.folders = List.copyOf(folders);
	}

	/**
	 * Finds the source of a class: in the folder of its package or, as Kotlin allows,
	 * with the first names of the package left out.
	 * @param type the binary name of the class
	 * @param file the name of the source file
	 * @return the lines, none if the source is not there
	 */
	List<String> find(String type, String file) {
		if (file.isEmpty()) {
			return List.of();
		}
		for (Path folder : this.folders) {
			String path = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
			while (true) {
				List<String> lines = read(folder, path + file);
				if (!lines.isEmpty()) {
					return lines;
				}
				if (path.isEmpty()) {
					break;
				}
				path = path.substring(path.indexOf('/') + 1);
			}
		}
		return List.of();
	}

	private static List<String> read(Path folder, String name) {
		try {
			Path file = folder.resolve(name);
			// Decoded so that a wrong encoding spoils a letter, not the report
			return Files.isRegularFile(file)
					? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList() : List.of();
		}
		catch (InvalidPathException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read source " + name, ex);
		}
	}

}
