package com.example;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CartsTests {

	@Test
	void runsSequentiallyAndSaysSo(CapturedOutput output) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("meeting.patience=0")
			.run()) {
			assertThat(context.getBean(Carts.class).price(7)).isEqualTo("user 7 pays 6 and 4");
			assertThat(context.getBean(Meeting.class).met()).isLessThan(3);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("WARN")))
			.anySatisfy((line) -> assertThat(line).contains("woven"));
		assertThat(output).contains("com.example.Carts").contains("deco-maven-plugin");
	}

}
