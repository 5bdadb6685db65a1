package io.deco.oracle;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The weaver decides, line by line, what the comments of the cases say.
 */
class ExpectationTests {

	@TestFactory
	Stream<DynamicTest> remarksAreWhatCommentsSay() {
		return Programs.all()
			.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(),
					() -> assertThat(new Expectations(program).differences()).as(program.describe()).isEmpty()));
	}

}
