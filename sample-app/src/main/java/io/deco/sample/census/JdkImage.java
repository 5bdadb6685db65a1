package io.deco.sample.census;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * The class files of the running JDK, as its {@code jrt:/} file system shows them.
 */
@Component
public class JdkImage {

	private final Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");

	/**
	 * Returns the names of all modules, those with the most class files first, so that no
	 * large one is left to the end while the other processors have nothing to do.
	 * @return the names
	 * @throws IOException if the image cannot be read
	 */
	public List<String> modulesLargestFirst() throws IOException {
		Map<String, Integer> sizes = new TreeMap<>();
		try (Stream<Path> paths = Files.list(this.modules)) {
			for (Path path : paths.toList()) {
				String module = path.getFileName().toString();
				sizes.put(module, classFiles(module).size());
			}
		}
		return sizes.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Returns the class files of a module.
	 * @param module the name of the module
	 * @return their paths, sorted
	 * @throws IOException if the image cannot be read
	 */
	List<Path> classFiles(String module) throws IOException {
		try (Stream<Path> paths = Files.walk(this.modules.resolve(module))) {
			return paths.filter((path) -> path.toString().endsWith(".class")).sorted().toList();
		}
	}

}
