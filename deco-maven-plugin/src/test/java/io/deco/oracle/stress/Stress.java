package io.deco.oracle.stress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.deco.analysis.ClassIndex;

/**
 * Weaves a library from end to end, and says what came out.
 */
public final class Stress {

	private Stress() {
	}

	/**
	 * Weaves a library, with every call of its own methods concurrent.
	 * @param arguments the library, and what it needs
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createTempDirectory("stress");
		WovenLibrary woven = weave(Path.of(arguments[0]),
				Arrays.stream(arguments).skip(1).map(Path::of).toList(), (index) -> Choice.EVERY, folder);
		System.out.println(woven);
		woven.unwoven().forEach((remark) -> System.out.println(remark.type() + "." + remark.method() + ": " + remark.reason()));
		Set<String> errors = woven.load();
		System.out.println(errors.size() + " verify errors");
		errors.forEach(System.out::println);
	}

	static WovenLibrary weave(Path jar, List<Path> needed, Function<ClassIndex, Choice> choice, Path folder)
			throws IOException {
		List<Path> classPath = new ArrayList<>(needed);
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			classPath.add(Path.of(entry));
		}
		return WovenLibrary.of(AnnotatedLibrary.of(jar, classPath, choice, folder), classPath);
	}

}
