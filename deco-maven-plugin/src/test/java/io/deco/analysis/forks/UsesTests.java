package io.deco.analysis.forks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.analysis.flow.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.util.Printer;

import static org.assertj.core.api.Assertions.assertThat;

class UsesTests {

	private static final Set<Integer> SAID_ELSEWHERE = Set.of(Opcodes.GETFIELD, Opcodes.PUTFIELD, Opcodes.PUTSTATIC);

	@ParameterizedTest
	@CsvSource({ "iadd, used in an addition", "dadd, used in an addition", "isub, used in a subtraction",
			"lmul, used in a multiplication", "fdiv, used in a division", "irem, used in a remainder",
			"dneg, used in a negation", "ishl, used in a shift", "lushr, used in a shift",
			"iand, used in a bitwise and", "lor, used in a bitwise or", "lxor, used in a bitwise xor",
			"i2l, converted to long", "i2d, converted to double", "l2i, converted to int", "f2l, converted to long",
			"d2f, converted to float", "i2b, converted to byte", "i2c, converted to char", "i2s, converted to short",
			"lcmp, compared", "if_acmpne, compared", "ifnull, compared with null", "lookupswitch, used in a switch",
			"areturn, returned", "baload, used to read an element", "sastore, used to write an element",
			"arraylength, asked for its length", "newarray, used as the length of an array", "athrow, thrown",
			"checkcast, cast", "instanceof, asked for its type", "monitorenter, locked on", "iinc, incremented" })
	void saysWhatAnInstructionDoes(String name, String use) {
		assertThat(Uses.of(List.of(Printer.OPCODES).indexOf(name.toUpperCase(Locale.ROOT)))).isEqualTo(use);
	}

	@ParameterizedTest
	@MethodSource("using")
	void knowsEveryInstructionThatUsesAValue(int opcode) {
		assertThat(Uses.of(opcode)).doesNotContainIgnoringCase(" " + Printer.OPCODES[opcode]);
	}

	@Test
	void namesACallAndAConstructor() {
		assertThat(use("total")).isEqualTo("needed by Cart.total");
		assertThat(use("<init>")).isEqualTo("needed by new Cart");
	}

	private static String use(String name) {
		return Uses.of(new MethodInsnNode(Opcodes.INVOKESPECIAL, "com/example/Cart", name, "(I)V"));
	}

	static Stream<Integer> using() {
		return IntStream.rangeClosed(Opcodes.NOP, Opcodes.IFNONNULL)
			.filter((opcode) -> opcode < Opcodes.GETSTATIC || opcode > Opcodes.INVOKEDYNAMIC)
			.filter((opcode) -> !Printer.OPCODES[opcode].isEmpty() && !SAID_ELSEWHERE.contains(opcode))
			.filter((opcode) -> Operands.count(instruction(opcode)) > 0)
			.filter((opcode) -> opcode < Opcodes.ISTORE || opcode > Opcodes.ASTORE)
			.boxed();
	}

	private static AbstractInsnNode instruction(int opcode) {
		return (opcode == Opcodes.MULTIANEWARRAY) ? new MultiANewArrayInsnNode("[[I", 2) : new InsnNode(opcode);
	}

}
