package io.deco.soak;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SoakTests {

	@Test
	void endsAsItsTwinAndLeavesNothing() throws Exception {
		try (Soak soak = new Soak()) {
			soak.run(Duration.ofSeconds(5));
			assertThat(soak.violations().first()).describedAs(soak.summary()).isEmpty();
			assertThat(Kind.values()).allSatisfy((kind) -> assertThat(soak.tally().requests(kind)).isPositive());
		}
	}

}
