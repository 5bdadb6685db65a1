package io.deco.oracle.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Compares the programs of all rules, woven, with the same programs as they were written.
 */
public final class RuleCheck {

	private RuleCheck() {
	}

	/**
	 * Weaves and runs all programs, in tasks that whoever waits for them claims.
	 * @param classPath what they are woven against
	 * @return the first run that differs, {@code null} if none does
	 * @throws IOException if the programs cannot be written
	 */
	public static @Nullable String difference(List<Path> classPath) throws IOException {
		Path folder = Files.createTempDirectory("rules");
		try {
			for (RuleModule.Rule rule : RuleModule.build(folder, classPath).rules()) {
				for (RuleRun run : RuleRun.of(rule)) {
					if (differs(run)) {
						return run.toString();
					}
				}
			}
			return null;
		}
		finally {
			delete(folder);
		}
	}

	private static boolean differs(RuleRun run) {
		Executor never = (task) -> {
			// whoever waits for it claims it
		};
		try {
			return !run.woven(never).equals(run.plain());
		}
		catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
			return true;
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

}
