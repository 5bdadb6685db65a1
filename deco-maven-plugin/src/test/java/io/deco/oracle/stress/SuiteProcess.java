package io.deco.oracle.stress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs a library's published tests, each time in a JVM of its own, in a folder that looks
 * like the module of which they were a part.
 */
final class SuiteProcess {

	private final Path work;

	private final Path tests;

	private final List<Path> classPath;

	private final List<String> jvm;

	private final List<String> filters;

	/**
	 * Unpacks the tests.
	 * @param jar the tests
	 * @param classPath what they need, without the library
	 * @param jvm arguments of the JVM
	 * @param filters the arguments of {@link Suite} that choose tests and calls
	 * @param work an empty folder
	 * @throws IOException if a file cannot be read or written
	 */
	SuiteProcess(Path jar, List<Path> classPath, List<String> jvm, List<String> filters, Path work) throws IOException {
		this.work = work;
		this.classPath = classPath;
		this.jvm = jvm;
		this.filters = filters;
		this.tests = Files.createDirectories(work.resolve("target/test-classes"));
		Path resources = work.resolve("src/test/resources");
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				if (!entry.isDirectory()) {
					byte[] bytes = zip.getInputStream(entry).readAllBytes();
					write(this.tests, entry.getName(), bytes);
					if (!entry.getName().endsWith(".class")) {
						write(resources, entry.getName(), bytes);
					}
				}
			}
		}
	}

	private static void write(Path folder, String name, byte[] bytes) throws IOException {
		Path file = folder.resolve(name).normalize();
		if (!file.startsWith(folder)) {
			throw new IOException("Not below its folder: " + name);
		}
		Files.createDirectories(file.getParent());
		Files.write(file, bytes);
	}

	/**
	 * Runs the tests.
	 * @param library the library, a jar or a folder
	 * @param name what to call the run
	 * @param schedule how tasks are run
	 * @return a line for each test: what it is, and how it ended
	 */
	SortedSet<String> run(Path library, String name, String schedule) throws IOException, InterruptedException {
		String title = name + ", " + schedule;
		Path results = this.work.resolve(title.replaceAll("\\W+", "-") + ".txt");
		Path log = this.work.resolve(title.replaceAll("\\W+", "-") + ".log");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Xmx2g");
		command.addAll(this.jvm);
		command.add("-cp");
		command.add(classPath(library));
		command.addAll(List.of(Suite.class.getName(), this.tests.toString(), schedule, results.toString()));
		command.addAll(this.filters);
		long start = System.nanoTime();
		int exit = new ProcessBuilder(command).directory(this.work.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		SortedSet<String> lines = Files.exists(results) ? new TreeSet<>(Files.readAllLines(results)) : new TreeSet<>();
		long failed = lines.stream().filter((line) -> line.contains(Suite.FAILED)).count();
		System.out.printf("%s: exit %d, %d results, %d failed, %.0f s, %s%n", title, exit, lines.size(), failed,
				(System.nanoTime() - start) / 1e9, log);
		return lines;
	}

	private String classPath(Path library) {
		List<Path> entries = new ArrayList<>(List.of(library, this.tests));
		entries.addAll(this.classPath);
		return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
