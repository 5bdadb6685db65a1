package io.deco.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The comparison is worth nothing if the two texts differ.
 */
class TwinTests {

	@ParameterizedTest
	@CsvSource({ "census, Census", "dashboard, Dashboard" })
	void differsFromItsTwinByNameAndAnnotationOnly(String folder, String name) throws IOException {
		String woven = source(folder, name);
		String sequential = source(folder, "Sequential" + name);
		assertThat(woven).contains("\t@Synchronized\n").contains("class " + name);
		assertThat(body(woven).replace("\t@Synchronized\n", ""))
			.isEqualTo(body(sequential).replace("Sequential" + name, name));
	}

	private static String body(String source) {
		return source.substring(source.indexOf("@Service"));
	}

	private static String source(String folder, String name) throws IOException {
		return Files.readString(Path.of("src/main/java/io/deco/sample", folder, name + ".java"));
	}

}
