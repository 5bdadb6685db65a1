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
 * Runs a test suite, and writes what passed and what failed to a file.
 */
public final class Suite {

	/**
	 * How many calls of each site are forked in any case.
	 */
	private static final int FORKED = 100;

	private Suite() {
	}

	/**
	 * Runs a suite.
	 * @param arguments the tests' folder, a pattern of class names, the name of the
	 * schedule, how many calls there are to one that is forked after that, the file for
	 * the results
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		StressCalls.use(Schedule.named(arguments[2]).backend().create(), FORKED, Integer.parseInt(arguments[3]));
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(arguments[0]))))
			.filters(ClassNameFilter.includeClassNamePatterns(arguments[1]))
			.build();
		Results results = new Results();
		LauncherFactory.create().execute(request, results);
		Files.write(Path.of(arguments[4]), results.lines);
		System.out.println(results.lines.size() + " results, " + results.failed + " failed, " + StressCalls.describe());
		// Some tests leave threads behind
		System.exit(0);
	}

	private static final class Results implements TestExecutionListener {

		private final Set<String> lines = new TreeSet<>();

		private int failed;

		@Override
		public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
			boolean successful = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
			if (test.isTest() || !successful) {
				this.lines.add(test.getUniqueId() + " " + result.getStatus());
			}
			if (!successful) {
				this.failed++;
				result.getThrowable().ifPresent((thrown) -> {
					System.out.println("FAILED " + test.getUniqueId());
					thrown.printStackTrace(System.out);
				});
			}
		}

	}

}
