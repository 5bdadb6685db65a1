package io.deco.oracle.rules;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.analysis.Remark;
import io.deco.oracle.Backend;
import io.deco.oracle.Schedule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Printer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published table says what the code does, for every instruction.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleTableTests {

	private static final Path PAGE = Path.of("../docs/rules.md");

	private static final int LAST_OPCODE = 201;

	private final Backend pool = Schedule.named("pool of 2").backend().create();

	private RuleModule module = new RuleModule(List.of(), new io.deco.weave.WovenModule(Map.of(), List.of()));

	@BeforeAll
	void build(@TempDir Path folder) throws IOException {
		this.module = RuleModule.build(folder, List.of(locationOf(Concurrent.class), locationOf(Subjects.class)));
	}

	@AfterAll
	void stop() {
		this.pool.close();
	}

	private static Path locationOf(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void hasAProgramForEveryInstruction() {
		List<Integer> programs = this.module.rules().stream().map((rule) -> rule.program().opcode()).toList();
		for (int opcode = 0; opcode <= LAST_OPCODE; opcode++) {
			if (isInstruction(opcode)) {
				assertThat(programs).as(Printer.OPCODES[opcode]).contains(opcode);
			}
		}
		assertThat(OtherForms.read(otherForms()).values())
			.allSatisfy((opcode) -> assertThat(programs).contains(opcode));
	}

	private static List<Integer> otherForms() {
		List<Integer> forms = new ArrayList<>();
		for (int opcode = 0; opcode <= LAST_OPCODE; opcode++) {
			if (!isInstruction(opcode)) {
				forms.add(opcode);
			}
		}
		return forms;
	}

	private static boolean isInstruction(int opcode) {
		try {
			return opcode < Printer.OPCODES.length
					&& Opcodes.class.getField(Printer.OPCODES[opcode]).getInt(null) == opcode;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

	@Test
	void weavesAllButOldClasses() {
		List<String> unwoven = this.module.woven()
			.remarks()
			.stream()
			.filter((remark) -> remark.kind() == Remark.Kind.UNWOVEN)
			.map(Remark::type)
			.toList();
		List<String> old = this.module.rules()
			.stream()
			.filter((rule) -> rule.program().isOld())
			.map((rule) -> rule.name().replace('/', '.'))
			.toList();
		assertThat(unwoven).hasSize(2).containsExactlyInAnyOrderElementsOf(old);
		this.module.rules()
			.forEach((rule) -> assertThat(rule.woven().equals(rule.plain())).isEqualTo(rule.program().isOld()));
	}

	@Test
	void isPublished() throws IOException {
		String table = RuleTable.of(this.module.rules(), OtherForms.describe(OtherForms.read(otherForms())));
		if (Boolean.getBoolean("rules.write")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, table);
		}
		assertThat(PAGE).hasContent(table);
	}

	@TestFactory
	Stream<DynamicTest> wovenInstructionsDoWhatPlainOnesDo() {
		return this.module.rules()
			.stream()
			.map((rule) -> DynamicTest.dynamicTest(rule.toString(), () -> compare(rule)));
	}

	private void compare(RuleModule.Rule rule) throws ReflectiveOperationException {
		Executor never = (task) -> {
			// whoever waits for it claims it
		};
		for (RuleRun run : RuleRun.of(rule)) {
			String plain = run.plain();
			assertThat(run.woven(never)).as(run + ", claimed").isEqualTo(plain);
			assertThat(run.woven(this.pool)).as(run + ", in a pool").isEqualTo(plain);
		}
	}

}
