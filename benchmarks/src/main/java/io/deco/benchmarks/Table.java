package io.deco.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures deco against its peers in two JVMs, one after the other, and prints the tables
 * of {@code benchmarks/README.md}: {@code java -cp benchmarks.jar
 * io.deco.benchmarks.Table}.
 */
public final class Table {

	private static final int JVMS = 2;

	private Table() {
	}

	/**
	 * Measures and prints.
	 * @param arguments {@code smoke} to do it for a moment, and parts of the names of the
	 * rows to be measured, all if there are none
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Results results = new Results();
		for (int jvm = 0; jvm < JVMS; jvm++) {
			measure(results, arguments);
		}
		System.out.println(new TableReport(results).render());
	}

	private static void measure(Results results, String[] arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		if (StructuredBenchmark.isBuilt()) {
			command.add("--enable-preview");
		}
		command.addAll(
				List.of("-Xms1g", "-Xmx1g", "-cp", System.getProperty("java.class.path"), TableRun.class.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (Samples.isIn(line)) {
					results.add(Samples.parse(line));
				}
				System.err.println(line);
			}
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The measuring JVM ended with " + process.exitValue());
		}
	}

}
