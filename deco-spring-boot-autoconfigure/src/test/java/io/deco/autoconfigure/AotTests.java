package io.deco.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes an application ahead of time, and runs what that made in virtual machines of
 * their own.
 */
class AotTests {

	private static final String CLASS_PATH = System.getProperty("java.class.path");

	@TempDir
	@SuppressWarnings("NullAway.Init") // injected
	Path directory;

	@Test
	void runsAheadOfTime() throws Exception {
		Path sources = this.directory.resolve("sources");
		Path classes = this.directory.resolve("classes");
		java("-cp", CLASS_PATH, "-Ddeco.pools.http.core-size=2", "-Dmanagement.endpoints.web.exposure.include=deco",
				SpringApplicationAotProcessor.class.getName(), AotApplication.class.getName(), sources.toString(),
				classes.toString(), classes.toString(), "io.deco", "test");
		compile(sources, classes);
		assertThat(java("-cp", classes + File.pathSeparator + CLASS_PATH, "-Dspring.aot.enabled=true",
				"-Ddeco.pools.http.core-size=2", "-Ddeco.pools.http.thread-name-prefix=web-",
				"-Dmanagement.endpoints.web.exposure.include=deco", AotApplication.class.getName()))
			.contains("Starting AOT-processed AotApplication", "forked in web-1", "submitted to deco-1",
					"described as [default, http]", "default is true");
	}

	private static void compile(Path sources, Path classes) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-d", classes.toString(), "-cp", classes + File.pathSeparator + CLASS_PATH, "-proc:none"));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private String java(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(Arrays.asList(arguments));
		Path output = Files.createTempFile(this.directory, "java", ".out");
		int exit = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start()
			.waitFor();
		String text = Files.readString(output);
		assertThat(exit).as(text).isZero();
		return text;
	}

}
