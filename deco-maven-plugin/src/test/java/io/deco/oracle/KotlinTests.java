package io.deco.oracle;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Kotlin's compiler wrote is woven, or left alone, as correctly as what others
 * write.
 */
class KotlinTests {

	private static List<Program> programs = List.of();

	@BeforeAll
	static void compile() {
		programs = KotlinPrograms.build();
	}

	@TestFactory
	Stream<DynamicContainer> wovenCodeDoesWhatPlainCodeDoes() {
		return programs.stream().map((program) -> DifferentialTests.compare(program, Schedule.all()));
	}

	@TestFactory
	Stream<DynamicTest> remarksAreWhatCommentsSay() {
		return programs.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(),
					() -> assertThat(new Expectations(program).differences()).as(program.describe()).isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> asmFindsNoFault() {
		return programs.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(), () -> VerifierTests.check(program)));
	}

	@TestFactory
	Stream<DynamicTest> debuggersAreToldWhatIsInASlot() {
		return programs.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(),
					() -> assertThat(program.woven().values()).as(program.describe())
						.isNotEmpty()
						.allSatisfy((classFile) -> assertThat(DebugVariables.faults(classFile)).isEmpty())));
	}

}
