package io.deco.sample.census;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModuleCounterTests {

	private final JdkImage image = new JdkImage();

	private final ModuleCounter counter = new ModuleCounter(this.image);

	@Test
	void countsWhatAModuleHolds() throws IOException {
		List<Path> classFiles = this.image.classFiles("java.logging");
		long bytes = 0;
		for (Path classFile : classFiles) {
			bytes += Files.size(classFile);
		}
		ModuleCount count = this.counter.count("java.logging");
		assertThat(count.module()).isEqualTo("java.logging");
		assertThat(count.classes()).isEqualTo(classFiles.size()).isPositive();
		assertThat(count.methods()).isGreaterThan(count.classes());
		assertThat(count.bytes()).isEqualTo(bytes);
		assertThat(count.compressedBytes()).isPositive().isLessThan(bytes);
		assertThat(count.sha256()).matches("[0-9a-f]{64}");
	}

	@Test
	void countsTheSameTwice() throws IOException {
		assertThat(this.counter.count("java.xml")).isEqualTo(this.counter.count("java.xml"));
	}

	@Test
	void failsForAModuleThatIsNotThere() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.counter.count("no.such.module"));
	}

	@Test
	void ordersModulesFromTheLargest() throws IOException {
		List<String> modules = this.image.modulesLargestFirst();
		assertThat(modules).contains("java.base", "java.logging").doesNotHaveDuplicates();
		assertThat(modules.indexOf("java.base")).isLessThan(modules.indexOf("java.logging"));
	}

}
