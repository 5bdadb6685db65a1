package io.deco.sample;

import io.deco.sample.comparison.Comparison;
import io.deco.sample.comparison.Comparisons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application as {@code process-aot} prepared it. The build runs this after that
 * goal, with {@code spring.aot.enabled}.
 */
@Tag("aot")
class AotTests {

	@Test
	void returnsWithDecoWhatItReturnsWithout() {
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setMainApplicationClass(SampleApplication.class);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--sample.modules=java.sql,java.logging", "--sample.warm-ups=0", "--sample.rounds=1")) {
			Comparisons comparisons = context.getBean(Comparisons.class);
			assertThat(comparisons.progress().failure()).isNull();
			assertThat(comparisons.progress().comparisons()).hasSize(2)
				.allMatch(Comparison::equal)
				.allMatch(Comparison::woven);
		}
	}

}
