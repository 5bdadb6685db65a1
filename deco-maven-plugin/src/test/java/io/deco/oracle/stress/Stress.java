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
import java.util.stream.Collectors;

import io.deco.analysis.ClassIndex;

/**
 * Weaves a library from end to end and loads every class; and if there is a test suite,
 * runs it against the library as it is and as it was woven. Exits with 1 if the weaver
 * failed, the JVM refused a class, or a test ended differently.
 * <p>
 * Options, as {@code name=value}:
 * <ul>
 * <li>{@code jar}: the library</li>
 * <li>{@code calls}: {@code every}, {@code pure}, or a pattern for names such as
 * {@code com.example.Carts.price}; {@code every} unless there are tests, then
 * {@code pure}</li>
 * <li>{@code needs}: what the library needs, a class path</li>
 * <li>{@code tests}: a jar of compiled tests</li>
 * <li>{@code runner}: what the tests need, with their version of JUnit, a class path</li>
 * <li>{@code jvm}: arguments of the JVM that runs the tests</li>
 * <li>{@code names}: a pattern for the names of test classes</li>
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
		List<Path> needed = paths(option("needs", ""));
		needed.addAll(paths(option("tests", "")));
		needed.addAll(paths(option("runner", "")));
		Path jar = Path.of(option("jar", ""));
		WovenLibrary woven = weave(jar, needed, choice, this.work.resolve("woven"));
		System.out.println(jar.getFileName() + ": " + woven);
		woven.unwoven()
			.forEach((remark) -> System.out
				.println("  " + remark.type() + "." + remark.method() + ": " + remark.reason()));
		Set<String> errors = woven.load();
		errors.forEach(System.out::println);
		boolean good = errors.isEmpty() && woven.faults().isEmpty();
		return this.options.containsKey("tests") ? compare(jar, woven) && good : good;
	}

	static WovenLibrary weave(Path jar, List<Path> needed, Function<ClassIndex, Choice> choice, Path folder)
			throws IOException {
		List<Path> classPath = new ArrayList<>(needed);
		classPath.addAll(paths(System.getProperty("java.class.path")));
		return WovenLibrary.of(AnnotatedLibrary.of(jar, classPath, choice, folder), classPath);
	}

	/**
	 * A test that differs between two runs of the unwoven library is not counted.
	 */
	private boolean compare(Path jar, WovenLibrary woven) throws IOException, InterruptedException {
		Set<String> expected = suite(jar, "unwoven", "pool of 1");
		Set<String> differences = new TreeSet<>();
		for (String schedule : list(option("schedules", "pool of 4,seed 1"), ",")) {
			differences.addAll(difference(expected, suite(woven.library().folder(), "woven", schedule)));
		}
		if (!differences.isEmpty()) {
			differences.removeAll(difference(expected, suite(jar, "unwoven again", "pool of 1")));
		}
		differences.forEach((test) -> System.out.println("differs: " + test));
		return differences.isEmpty() && !expected.isEmpty();
	}

	private static Set<String> difference(Set<String> one, Set<String> other) {
		Set<String> difference = new TreeSet<>();
		one.stream().filter((line) -> !other.contains(line)).forEach((line) -> difference.add("- " + line));
		other.stream().filter((line) -> !one.contains(line)).forEach((line) -> difference.add("+ " + line));
		return difference;
	}

	private Set<String> suite(Path library, String name, String schedule) throws IOException, InterruptedException {
		Path results = this.work.resolve("results");
		Files.deleteIfExists(results);
		String log = (name + " " + schedule).replace(' ', '-') + ".log";
		List<Path> classPath = new ArrayList<>(List.of(library.toAbsolutePath()));
		for (String more : List.of(option("tests", ""), option("runner", ""), option("needs", ""),
				System.getProperty("java.class.path"))) {
			classPath.addAll(paths(more));
		}
		long start = System.nanoTime();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Xmx2g");
		command.addAll(list(option("jvm", ""), " "));
		command.add("-cp");
		command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
		command.addAll(List.of(Suite.class.getName(), option("tests", ""), option("names", ".*Test"), schedule,
				option("fork", "1000"), results.toString()));
		int exit = new ProcessBuilder(command).directory(this.work.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.work.resolve(log).toFile())
			.start()
			.waitFor();
		Set<String> lines = Files.exists(results) ? new TreeSet<>(Files.readAllLines(results)) : new TreeSet<>();
		long failed = lines.stream().filter((line) -> !line.endsWith("SUCCESSFUL")).count();
		System.out.printf("%s, %s: exit %d, %d results, %d not successful, %.0f s, %s%n", name, schedule, exit,
				lines.size(), failed, (System.nanoTime() - start) / 1e9, this.work.resolve(log));
		return lines;
	}

	private String option(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	private static List<Path> paths(String classPath) {
		List<Path> paths = new ArrayList<>();
		for (String entry : list(classPath, File.pathSeparator)) {
			paths.add(Path.of(entry).toAbsolutePath());
		}
		return paths;
	}

	private static List<String> list(String text, String separator) {
		return Pattern.compile(separator).splitAsStream(text).filter((entry) -> !entry.isEmpty()).toList();
	}

}
