package io.deco.oracle;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every woven class is a good class.
 */
class VerifierTests {

	@TestFactory
	Stream<DynamicTest> asmFindsNoFault() {
		return Programs.all()
			.stream()
			.filter((program) -> !program.woven().isEmpty())
			.map((program) -> DynamicTest.dynamicTest(program.name(), () -> check(program)));
	}

	@TestFactory
	Stream<DynamicTest> everyCaseIsWoven() {
		return Programs.all()
			.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(),
					() -> assertThat(program.woven()).as(program.describe()).isNotEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> debuggersAreToldWhatIsInASlot() {
		return Programs.all()
			.stream()
			.map((program) -> DynamicTest.dynamicTest(program.name(),
					() -> assertThat(program.woven().values()).as(program.describe())
						.allSatisfy((classFile) -> assertThat(DebugVariables.faults(classFile)).isEmpty())));
	}

	static void check(Program program) {
		Classes classes = program.wovenClasses();
		for (Map.Entry<String, byte[]> file : program.woven().entrySet()) {
			StringWriter faults = new StringWriter();
			CheckClassAdapter.verify(new ClassReader(file.getValue()), classes, false, new PrintWriter(faults));
			assertThat(faults.toString()).as("%s%n%s", file.getKey(), program.describe()).isEmpty();
		}
	}

}
