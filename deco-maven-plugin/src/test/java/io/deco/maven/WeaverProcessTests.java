package io.deco.maven;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.deco.maven.WeaveMessage.Kind;
import io.deco.weave.WeavingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link WeaverProcess} and what it says and hears.
 */
class WeaverProcessTests {

	private final List<String> log = new ArrayList<>();

	@TempDir
	private Path folder = Path.of("");

	@Test
	void saysWhatAJvmPrintedThatDidNotStart() {
		List<String> command = new ArrayList<>(WeaverProcess.command());
		command.add(1, "-Xmx1b");
		assertThatIOException().isThrownBy(() -> process(command).weave(request()))
			.withMessageContaining("ended with code 1 (" + command.get(0) + ")")
			.withMessageContaining("-Ddeco.fork=false")
			.withMessageContaining("Invalid maximum heap size: -Xmx1b");
	}

	@Test
	void saysWhatAJvmPrintedThatFailedOnItsWay() {
		assertThatIOException().isThrownBy(() -> process(speaking(0, "one", "two")).weave(request()))
			.withMessageContaining("ended with code 0 ")
			.withMessageEndingWith("It printed:\none\ntwo");
		String[] lines = new String[300];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = "line " + i;
		}
		assertThatIOException().isThrownBy(() -> process(speaking(5, lines)).weave(request()))
			.withMessageContaining("ended with code 5 ")
			.withMessageContaining("It printed:\nline 100\n")
			.withMessageEndingWith("\nline 299");
	}

	@Test
	void namesAProgramThatIsMissing() {
		String missing = this.folder.resolve("missing").toString();
		assertThatIOException().isThrownBy(() -> process(List.of(missing)).weave(request()))
			.withMessageContaining(missing);
	}

	@Test
	void logsMessagesAndNothingElse() throws IOException {
		String info = new WeaveMessage(Kind.INFO, "a\tb\n\\n").line();
		String warn = new WeaveMessage(Kind.WARN, "careful").line();
		String done = new WeaveMessage(Kind.DONE, "").line();
		process(speaking(0, "Picked up JAVA_TOOL_OPTIONS: -Dx", info, warn, done)).weave(request());
		assertThat(this.log).containsExactly("a\tb\n\\n", "warn: careful");
	}

	@Test
	void throwsWhatWasThrown() {
		String unsafe = new WeaveMessage(Kind.UNSAFE, "no way").line();
		assertThatExceptionOfType(WeavingException.class)
			.isThrownBy(() -> process(speaking(0, unsafe)).weave(request()))
			.withMessage("no way");
		String unreadable = new WeaveMessage(Kind.UNREADABLE, "no file").line();
		assertThatIOException().isThrownBy(() -> process(speaking(0, unreadable)).weave(request()))
			.withMessage("no file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "one", "\\", "\\n", "a\nb\r\n\tc", "\\\\\n", "\u00fc\u4e2d" })
	void messagesArriveAsTheyWereSent(String text) {
		WeaveMessage message = new WeaveMessage(Kind.WARN, text);
		assertThat(message.line()).doesNotContain("\n", "\r");
		assertThat(WeaveMessage.of(message.line())).isEqualTo(message);
	}

	@Test
	void requestsArriveAsTheyWereSent() throws IOException {
		WeaveRequest full = new WeaveRequest("classes", List.of("one.jar", "two.jar"), "output", "cache", "report",
				"project", "\u00fc", List.of("src"), List.of("a.B", "c.D"), List.of("e.F"), List.of("barrier"));
		for (WeaveRequest request : List.of(full, request())) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			request.write(new DataOutputStream(out));
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
			assertThat(WeaveRequest.read(in)).isEqualTo(request);
		}
	}

	private WeaverProcess process(List<String> command) {
		return new WeaverProcess(command, this.log::add, (text) -> this.log.add("warn: " + text));
	}

	/** A program that listens to nobody. */
	private List<String> speaking(int code, String... lines) throws IOException {
		Path script = Files.writeString(this.folder.resolve("Speaking.java"), """
				public class Speaking {
					public static void main(String[] lines) {
						for (int i = 1; i < lines.length; i++) {
							System.out.println(lines[i]);
						}
						System.exit(Integer.parseInt(lines[0]));
					}
				}
				""");
		List<String> command = new ArrayList<>();
		command.add(WeaverProcess.command().get(0));
		command.add(script.toString());
		command.add(String.valueOf(code));
		command.addAll(List.of(lines));
		return command;
	}

	private static WeaveRequest request() {
		return new WeaveRequest("none", List.of(), "none", null, "report", "none", "", List.of(), List.of(), List.of(),
				List.of());
	}

}
