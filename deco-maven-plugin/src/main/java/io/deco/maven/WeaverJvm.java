package io.deco.maven;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.deco.maven.WeaveMessage.Kind;
import io.deco.weave.WeaveRun;
import io.deco.weave.WeavingException;

/**
 * The main class of a JVM that weaves one module: reads a request, and writes messages.
 */
final class WeaverJvm {

	private WeaverJvm() {
	}

	/**
	 * Weaves.
	 * @param arguments none
	 */
	public static void main(String... arguments) throws IOException {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		System.setOut(System.err);
		WeaveMessage last = weave(WeaveRequest.read(new DataInputStream(System.in)), out);
		out.println(last.line());
	}

	private static WeaveMessage weave(WeaveRequest request, PrintStream out) {
		try {
			WeaveRun.Outcome outcome = new WeaveRun(request.settings(),
					(text) -> out.println(new WeaveMessage(Kind.INFO, text).line()),
					(text) -> out.println(new WeaveMessage(Kind.WARN, text).line()))
				.weave();
			if (outcome.failure() != null) {
				return new WeaveMessage(Kind.REMARKS, outcome.failure());
			}
			return new WeaveMessage(outcome.runtime() ? Kind.DONE : Kind.NO_RUNTIME, "");
		}
		catch (WeavingException ex) {
			return new WeaveMessage(Kind.UNSAFE, String.valueOf(ex.getMessage()));
		}
		catch (IOException | UncheckedIOException ex) {
			return new WeaveMessage(Kind.UNREADABLE, String.valueOf(ex.getMessage()));
		}
	}

}
