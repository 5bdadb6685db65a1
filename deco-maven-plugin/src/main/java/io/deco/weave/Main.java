package io.deco.weave;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.deco.analysis.settings.InvalidSettingException;

/**
 * The weaver for build tools other than Maven, and for scripts.
 */
public final class Main {

	private static final int REMARKS = 1;

	private static final int USAGE = 2;

	private static final int FAILED = 3;

	private final PrintStream out;

	private final PrintStream err;

	Main(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Weaves class folders in place.
	 * @param arguments see {@code --help}
	 */
	public static void main(String... arguments) {
		int code = new Main(System.out, System.err).run(List.of(arguments));
		if (code != 0) {
			System.exit(code);
		}
	}

	/**
	 * Does what {@link #main} does, without ending the JVM.
	 * @return the exit code
	 */
	int run(List<String> arguments) {
		try {
			CommandLine line = new CommandLine(arguments);
			if (line.has("--help")) {
				this.out.print(CommandLine.HELP);
				return 0;
			}
			WeaveRun run = new WeaveRun(line.settings(), this.out::println, this::warn);
			if (line.has("--restore")) {
				run.restore();
				return 0;
			}
			return weave(run);
		}
		catch (InvalidSettingException ex) {
			this.err.println("deco: " + ex.getMessage());
			this.err.println("Run it with --help to see what it takes.");
			return USAGE;
		}
		catch (WeavingException | IOException | UncheckedIOException ex) {
			this.err.println("deco: cannot weave: " + ((ex instanceof WeavingException) ? ex.getMessage() : ex));
			return FAILED;
		}
	}

	private int weave(WeaveRun run) throws IOException {
		WeaveRun.Outcome outcome = run.weave();
		if (!outcome.runtime()) {
			warn("deco: nothing is woven, since the class path has no deco runtime. Add the dependency "
					+ "io.deco:deco-spring-boot-starter to the module, and its class path to --classpath.");
		}
		if (outcome.failure() != null) {
			this.err.println(outcome.failure());
			return REMARKS;
		}
		return 0;
	}

	private void warn(String message) {
		this.err.println("warning: " + message);
	}

}
