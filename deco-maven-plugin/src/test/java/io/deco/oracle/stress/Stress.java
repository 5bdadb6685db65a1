package io.deco.oracle.stress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deco.analysis.classpath.ClassIndex;

/**
 * Weaves a library from end to end and loads every class; and if there is a test suite,
 * runs it against the library as it is and as it was woven. Exits with 1 if the weaver
 * failed, the JVM refused a class, or a test ended differently.
 * <p>
 * Options, as {@code name=value}:
 * <ul>
 * <li>{@code jars}: a folder of jars, which is the class path</li>
 * <li>{@code library}: the name of the library's jar in it</li>
 * <li>{@code calls}: {@code every}, {@code pure}, or a pattern for names such as
 * {@code com.example.Carts.price}; {@code every} unless there are tests, then
 * {@code pure}</li>
 * <li>{@code tests}: the name of a jar of compiled tests</li>
 * <li>{@code jvm}: arguments of the JVM that runs the tests</li>
 * <li>{@code names}, {@code except}: patterns for the names of test classes that are run,
 * and that are not</li>
 * <li>{@code schedules}: such as {@code pool of 4,seed 1}</li>
 * <li>{@code fork}: of how many concurrent calls of a place one is forked, after the
 * first hundred</li>
 * </ul>
 */
public final class Stress {

	private final Map<String, String> options = new HashMap<>();

	private final Path work;

	private Stress(String[] arguments, Path work) {
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			this.options.put(argument.substring(0, equals), argument.substring(equals + 1));
		}
		this.work = work;
	}

	/**
	 * Weaves a library.
	 * @param arguments the options
	 * @throws Exception if it cannot be done
	 */
	public static void main(String[] arguments) throws Exception {
		System.exit(new Stress(arguments, Files.createTempDirectory("stress")).run() ? 0 : 1);
	}

	private boolean run() throws IOException, InterruptedException {
		String calls = option("calls", this.options.containsKey("tests") ? "pure" : "every");
		Function<ClassIndex, Choice> choice = switch (calls) {
			case "every" -> (index) -> Choice.EVERY;
			case "pure" -> Choice::pure;
			default -> (index) -> Choice.matching(calls);
		};
		Path jars = Path.of(option("jars", "")).toAbsolutePath();
		Path jar = jars.resolve(option("library", ""));
		WovenLibrary woven = weave(jar, others(jars, jar), choice, this.work.resolve("woven"));
		System.out.println(jar.getFileName() + ": " + woven);
		woven.unwoven()
			.forEach((remark) -> System.out
				.println("  " + remark.type() + "." + remark.method() + ": " + remark.reason()));
		Set<String> errors = woven.load();
		errors.forEach(System.out::println);
		boolean good = errors.isEmpty() && woven.faults().isEmpty();
		return this.options.containsKey("tests") ? compare(jar, woven, jars.resolve(option("tests", ""))) && good
				: good;
	}

	static WovenLibrary weave(Path jar, List<Path> needed, Function<ClassIndex, Choice> choice, Path folder)
			throws IOException {
		List<Path> classPath = new ArrayList<>(needed);
		list(System.getProperty("java.class.path"), File.pathSeparator)
			.forEach((entry) -> classPath.add(Path.of(entry).toAbsolutePath()));
		return WovenLibrary.of(AnnotatedLibrary.of(jar, classPath, choice, folder), classPath);
	}

	/**
	 * A test that also differs between two runs of the unwoven library is not counted.
	 */
	private boolean compare(Path jar, WovenLibrary woven, Path tests) throws IOException, InterruptedException {
		SuiteProcess suite = new SuiteProcess(tests, woven.classPath(), list(option("jvm", ""), " "),
				List.of(option("fork", "1000"), option("names", ".*Test"), option("except", "")),
				this.work.resolve("module"));
		Set<String> expected = suite.run(jar, "unwoven", "pool of 1");
		Set<String> differences = new TreeSet<>();
		for (String schedule : list(option("schedules", "pool of 4,seed 1,seed 2"), ",")) {
			Set<String> difference = difference(expected, suite.run(woven.library().folder(), "woven", schedule));
			difference.forEach((test) -> System.out.println("differs: " + test));
			differences.addAll(difference);
		}
		if (!differences.isEmpty()) {
			Set<String> unstable = difference(expected, suite.run(jar, "unwoven again", "pool of 1"));
			unstable.forEach((test) -> System.out.println("differs unwoven: " + test));
			differences.removeAll(unstable);
		}
		return differences.isEmpty() && !expected.isEmpty();
	}

	private static Set<String> difference(Set<String> one, Set<String> other) {
		Set<String> difference = new TreeSet<>();
		one.stream().filter((line) -> !other.contains(line)).forEach((line) -> difference.add("- " + line));
		other.stream().filter((line) -> !one.contains(line)).forEach((line) -> difference.add("+ " + line));
		return difference;
	}

	private String option(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	private static List<Path> others(Path folder, Path jar) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".jar") && !file.equals(jar)).sorted().toList();
		}
	}

	private static List<String> list(String text, String separator) {
		return Pattern.compile(separator).splitAsStream(text).filter((entry) -> !entry.isEmpty()).toList();
	}

}
