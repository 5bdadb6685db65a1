package io.deco.maven;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.deco.maven.WeaveMessage.Kind;
import io.deco.weave.WeaveRun;
import io.deco.weave.WeavingException;

/**
 * Weaves in a JVM of its own, which is started for one module.
 * <p>
 * The code of the weaver runs a few times only. In the JVM of a build, where the compiler
 * has just run, most of its time goes to the JIT compiler, which optimises what will soon
 * not be needed any more. A JVM that is told not to is done in two thirds of the time.
 */
final class WeaverProcess {

	/** Those that are not known to a JVM are left out by it. */
	private static final List<String> OPTIONS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1",
			"-XX:+UseSerialGC");

	private static final int KEPT_LINES = 200;

	private final List<String> command;

	private final Consumer<String> info;

	private final Consumer<String> warn;

	private final Deque<String> others = new ArrayDeque<>();

	/**
	 * Creates a process that is not started yet.
	 * @param info takes what a build logs
	 * @param warn takes warnings
	 */
	WeaverProcess(Consumer<String> info, Consumer<String> warn) {
		this(command(), info, warn);
	}

	WeaverProcess(List<String> command, Consumer<String> info, Consumer<String> warn) {
		this.command = command;
		this.info = info;
		this.warn = warn;
	}

	static List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", classPath(WeaverProcess.class.getClassLoader()), WeaverJvm.class.getName()));
		return command;
	}

	/** The class path of this plugin, as Maven resolved it. */
	private static String classPath(@Nullable ClassLoader loader) {
		if (!(loader instanceof URLClassLoader realm)) {
			return System.getProperty("java.class.path");
		}
		List<String> entries = new ArrayList<>();
		try {
			for (URL entry : realm.getURLs()) {
				entries.add(Path.of(entry.toURI()).toString());
			}
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
		return String.join(File.pathSeparator, entries);
	}

	/**
	 * Weaves the classes and writes the reports.
	 * @param request what to weave
	 * @return what came out
	 * @throws IOException if a file cannot be read or written, or the JVM ended before it
	 * was done
	 * @throws WeavingException if the module cannot be woven safely
	 */
	WeaveRun.Outcome weave(WeaveRequest request) throws IOException {
		Process process = new ProcessBuilder(this.command).redirectErrorStream(true).start();
		try {
			send(request, process);
			WeaveMessage last = listen(process);
			int code = process.waitFor();
			return outcome(last, code);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while another JVM was weaving", ex);
		}
		finally {
			process.destroy();
		}
	}

	private static void send(WeaveRequest request, Process process) {
		try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
			request.write(out);
		}
		catch (IOException ex) {
			// It has ended already, and has said why
		}
	}

	private @Nullable WeaveMessage listen(Process process) throws IOException {
		WeaveMessage last = null;
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				WeaveMessage message = WeaveMessage.of(line);
				if (message == null) {
					keep(line);
				}
				else if (message.kind() == Kind.INFO) {
					this.info.accept(message.text());
				}
				else if (message.kind() == Kind.WARN) {
					this.warn.accept(message.text());
				}
				else {
					last = message;
				}
			}
		}
		return last;
	}

	private void keep(String line) {
		this.others.add(line);
		if (this.others.size() > KEPT_LINES) {
			this.others.remove();
		}
	}

	private WeaveRun.Outcome outcome(@Nullable WeaveMessage last, int code) throws IOException {
		if (last == null) {
			throw new IOException("the JVM that was to do it ended with code " + code + " (" + this.command.get(0)
					+ "). With <fork>false</fork>, or -Ddeco.fork=false, the JVM of the build does it. It printed:\n"
					+ String.join("\n", this.others));
		}
		return switch (last.kind()) {
			case NO_RUNTIME -> new WeaveRun.Outcome(false, null);
			case REMARKS -> new WeaveRun.Outcome(true, last.text());
			case UNSAFE -> throw new WeavingException(last.text());
			case UNREADABLE -> throw new IOException(last.text());
			case INFO, WARN, DONE -> new WeaveRun.Outcome(true, null);
		};
	}

}
