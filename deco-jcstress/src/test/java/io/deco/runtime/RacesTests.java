package io.deco.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs each race for a moment, to see that it can be run. The README has the command that
 * runs them for long.
 */
class RacesTests {

	@Test
	void eachEndsAsItMay(@TempDir Path folder) throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process races = new ProcessBuilder(
				List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), "-m", "sanity", "-sc",
						"false", "-af", "NONE", "--jvmArgs", "-XX:TieredStopAtLevel=1", "-r", "report"))
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		String output;
		try (InputStream printed = races.getInputStream()) {
			output = new String(printed.readAllBytes(), UTF_8);
		}
		assertThat(races.waitFor()).describedAs(output).isZero();
		assertThat(output).contains("RUN RESULTS").contains(" 0 failed, 0 soft errs, 0 hard errs");
	}

}
