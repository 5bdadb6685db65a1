package io.deco.oracle.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import io.deco.oracle.Schedule;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a test suite, and writes how each test ended to a file: what JUnit calls it, and
 * the type of the exception if it failed.
 */
public final class Suite {

	static final String FAILED = " FAILED ";

	/**
	 * How many calls of each site are forked in any case.
	 */
	private static final int FORKED_CALLS = 100;

	private Suite() {
	}

	/**
	 * Runs a suite.
	 * @param arguments the tests' folder, the name of the schedule, the file for the
	 * results, how many calls of a site there are to one that is forked after the first,
	 * patterns for the names of test classes to run and to leave out
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		StressCalls.use(Schedule.named(arguments[1]).backend().create(), FORKED_CALLS, Integer.parseInt(arguments[3]));
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(arguments[0]))))
			.filters(ClassNameFilter.includeClassNamePatterns(arguments[4]),
					ClassNameFilter.excludeClassNamePatterns(arguments[5]))
			.build();
		Results results = new Results();
		LauncherFactory.create().execute(request, results);
		Files.write(Path.of(arguments[2]), results.lines);
		System.out.println(results.lines.size() + " results, " + results.failed + " failed, " + StressCalls.describe());
		// Some tests leave threads behind
		System.exit(0);
	}

	private static final class Results implements TestExecutionListener {

		private final Set<String> lines = new TreeSet<>();

		private int failed;

		@Override
		public synchronized void executionSkipped(TestIdentifier test, String reason) {
			this.lines.add(test.getUniqueId() + " SKIPPED");
		}

		@Override
		public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
			if (result.getStatus() != TestExecutionResult.Status.FAILED) {
				if (test.isTest()) {
					this.lines.add(test.getUniqueId() + " " + result.getStatus());
				}
				return;
			}
			this.failed++;
			this.lines.add(test.getUniqueId() + FAILED
					+ result.getThrowable().map((ex) -> ex.getClass().getName()).orElse(""));
			result.getThrowable().ifPresent((ex) -> {
				System.out.println("FAILED " + test.getUniqueId());
				ex.printStackTrace(System.out);
			});
		}

	}

}
