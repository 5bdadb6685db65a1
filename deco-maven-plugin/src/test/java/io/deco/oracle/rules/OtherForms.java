package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.Printer;

/**
 * The opcodes that are short or wide forms of others: as which instruction each is read.
 */
final class OtherForms {

	/** Longer than any instruction that is tried. */
	private static final int ROOM = 16;

	private OtherForms() {
	}

	/**
	 * Reads an instruction of each opcode that has no program of its own.
	 */
	static Map<Integer, Integer> read(List<Integer> opcodes) {
		Map<Integer, Integer> forms = new LinkedHashMap<>();
		opcodes.forEach((opcode) -> forms.put(opcode, read(opcode)));
		return forms;
	}

	private static int read(int opcode) {
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "rules/Form", null, "java/lang/Object", null);
		int constant = writer.newConst((opcode == 20) ? (Object) 1L : (Object) 1);
		MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "form", "()V", null, null);
		method.visitCode();
		for (int i = 0; i < ROOM; i++) {
			method.visitInsn(Opcodes.NOP);
		}
		method.visitInsn(Opcodes.RETURN);
		method.visitMaxs(10, 10);
		method.visitEnd();
		byte[] bytes = writer.toByteArray();
		byte[] code = code(opcode, constant);
		System.arraycopy(code, 0, bytes, find(bytes), code.length);
		ClassNode type = new ClassNode();
		new ClassReader(bytes).accept(type, 0);
		for (AbstractInsnNode insn : type.methods.get(0).instructions) {
			if (insn.getOpcode() >= 0) {
				return insn.getOpcode();
			}
		}
		throw new IllegalStateException("Nothing is read from opcode " + opcode);
	}

	private static byte[] code(int opcode, int constant) {
		return switch (opcode) {
			case 19, 20 -> new byte[] { (byte) opcode, (byte) (constant >> 8), (byte) constant };
			case 196 -> new byte[] { (byte) opcode, Opcodes.ILOAD, 0, 1 };
			case 200, 201 -> new byte[] { (byte) opcode, 0, 0, 0, 5 };
			default -> new byte[] { (byte) opcode };
		};
	}

	private static int find(byte[] bytes) {
		byte[] room = new byte[ROOM];
		for (int i = bytes.length - ROOM - 1; i > 0; i--) {
			if (bytes[i + ROOM - 1] == 0 && (bytes[i + ROOM] & 0xFF) == Opcodes.RETURN
					&& Arrays.equals(bytes, i, i + ROOM, room, 0, ROOM)) {
				return i;
			}
		}
		throw new IllegalStateException("No room");
	}

	static String describe(Map<Integer, Integer> forms) {
		Map<String, List<String>> byRule = new LinkedHashMap<>();
		forms.forEach((form, opcode) -> byRule
			.computeIfAbsent(Printer.OPCODES[opcode].toLowerCase(Locale.ROOT), (key) -> new ArrayList<>())
			.add(String.valueOf(form)));
		StringBuilder text = new StringBuilder("""
				These opcodes are short or wide forms, and are read as the instruction whose rule they have. Opcode 196,
				`wide`, is the wide form of any access to a variable.

				| opcodes | instruction |
				|---|---|
				""");
		byRule.forEach((name, opcodes) -> text.append("| ")
			.append(String.join(", ", opcodes))
			.append(" | `")
			.append(name)
			.append("` |\n"));
		return text.toString();
	}

}
