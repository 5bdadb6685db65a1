package io.deco.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.deco.analysis.Remark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Plain and woven code leave the same behind, under each schedule.
 */
class DifferentialTests {

	@TestFactory
	Stream<DynamicContainer> wovenCodeDoesWhatPlainCodeDoes() {
		return Programs.all().stream().map((program) -> compare(program, Schedule.all()));
	}

	@TestFactory
	Stream<DynamicContainer> wovenCodeWithoutDebugInformationDoesWhatPlainCodeDoes() {
		return Programs.in(Form.STRIPPED).stream().map((program) -> compare(program, List.of(Schedule.pool(2))));
	}

	@TestFactory
	Stream<DynamicContainer> wovenCodeOfEclipseDoesWhatPlainCodeDoes() {
		List<Schedule> schedules = List.of(Schedule.pool(2), Schedule.seed(5, 2));
		return Programs.in(Form.ECJ).stream().map((program) -> compare(program, schedules));
	}

	@TestFactory
	Stream<DynamicTest> whatIsWovenDoesNotDependOnTheCompiler() {
		Map<String, List<String>> unwoven = Programs.all()
			.stream()
			.collect(Collectors.toMap(Program::name, DifferentialTests::unwoven));
		return Stream.of(Form.STRIPPED, Form.ECJ)
			.flatMap((form) -> Programs.in(form)
				.stream()
				.map((program) -> DynamicTest.dynamicTest(form + " " + program.name(),
						() -> assertThat(unwoven(program)).isEqualTo(unwoven.get(program.name())))));
	}

	/** Without lines, which not all forms have. */
	private static List<String> unwoven(Program program) {
		return program.remarks()
			.stream()
			.filter((remark) -> remark.kind() == Remark.Kind.UNWOVEN)
			.map((remark) -> remark.type() + " " + remark.method() + ": " + remark.reason())
			.sorted()
			.toList();
	}

	static DynamicContainer compare(Program program, List<Schedule> schedules) {
		List<Outcome> expected = new ArrayList<>();
		for (int input = 0; input < Execution.inputs(program); input++) {
			expected.add(Execution.plain(program, input));
		}
		Stream<DynamicTest> plain = Stream.of(DynamicTest.dynamicTest("plain again", () -> {
			for (int input = 0; input < expected.size(); input++) {
				compare(program, "plain again", input, expected.get(input), Execution.plain(program, input));
			}
		}));
		Stream<DynamicTest> woven = schedules.stream()
			.filter((schedule) -> Execution.ends(program, schedule))
			.map((schedule) -> DynamicTest.dynamicTest(schedule.name(), () -> {
				for (int input = 0; input < expected.size(); input++) {
					compare(program, schedule.name(), input, expected.get(input),
							Execution.woven(program, input, schedule));
				}
			}));
		return DynamicContainer.dynamicContainer(program.name(), Stream.concat(plain, woven));
	}

	private static void compare(Program program, String schedule, int input, Outcome plain, Outcome woven) {
		if (!woven.equalsPlain(plain)) {
			fail("%s differs [%s, input %d]%nplain:%n%s%nwoven:%n%s%n%s", program.name(), schedule, input,
					plain.describe(), woven.describe(), program.describe());
		}
	}

}
