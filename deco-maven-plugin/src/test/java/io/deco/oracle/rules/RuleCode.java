package io.deco.oracle.rules;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the method of a rule.
 */
final class RuleCode {

	/** The source line of the instruction that the rule is about. */
	static final int LINE = 1000;

	/** The source line of all others. */
	private static final int OTHER_LINE = 1;

	private final MethodVisitor visitor;

	private final String owner;

	private int nextLocal;

	RuleCode(MethodVisitor visitor, String owner, int locals) {
		this.visitor = visitor;
		this.owner = owner;
		this.nextLocal = locals;
		line(OTHER_LINE);
	}

	/**
	 * The class of the method.
	 */
	String owner() {
		return this.owner;
	}

	private void line(int number) {
		Label label = new Label();
		this.visitor.visitLabel(label);
		this.visitor.visitLineNumber(number, label);
	}

	/**
	 * Says that the instruction of the rule comes next.
	 */
	RuleCode mark() {
		line(LINE);
		return this;
	}

	/**
	 * Ends the instruction of the rule.
	 */
	RuleCode end() {
		line(OTHER_LINE);
		return this;
	}

	RuleCode insn(int opcode) {
		this.visitor.visitInsn(opcode);
		return this;
	}

	RuleCode push(int value) {
		this.visitor.visitIntInsn(Opcodes.BIPUSH, value);
		return this;
	}

	RuleCode constant(Object value) {
		this.visitor.visitLdcInsn(value);
		return this;
	}

	RuleCode type(int opcode, String name) {
		this.visitor.visitTypeInsn(opcode, name);
		return this;
	}

	RuleCode field(int opcode, String owner, String name, String descriptor) {
		this.visitor.visitFieldInsn(opcode, owner, name, descriptor);
		return this;
	}

	RuleCode call(int opcode, String owner, String name, String descriptor) {
		boolean listed = owner.equals("java/util/List");
		this.visitor.visitMethodInsn(opcode, owner, name, descriptor, opcode == Opcodes.INVOKEINTERFACE || listed);
		return this;
	}

	RuleCode make(String owner) {
		return type(Opcodes.NEW, owner).insn(Opcodes.DUP).call(Opcodes.INVOKESPECIAL, owner, "<init>", "()V");
	}

	RuleCode load(Type type, int local) {
		this.visitor.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
		return this;
	}

	RuleCode store(Type type, int local) {
		this.visitor.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
		return this;
	}

	int local(Type type) {
		int local = this.nextLocal;
		this.nextLocal += type.getSize();
		return local;
	}

	/**
	 * Moves the topmost operand to a variable.
	 */
	int store(Type type) {
		int local = local(type);
		store(type, local);
		return local;
	}

	/**
	 * Moves the topmost operand to a variable and back.
	 */
	RuleCode pass(Type type) {
		return load(type, store(type));
	}

	/**
	 * Leaves on the stack whether a branch is taken.
	 */
	RuleCode branch(int opcode) {
		Label taken = new Label();
		Label end = new Label();
		this.visitor.visitJumpInsn(opcode, taken);
		end();
		push(0);
		this.visitor.visitJumpInsn(Opcodes.GOTO, end);
		this.visitor.visitLabel(taken);
		push(1);
		this.visitor.visitLabel(end);
		return this;
	}

	MethodVisitor visitor() {
		return this.visitor;
	}

	RuleCode box(Type type) {
		String box = switch (type.getSort()) {
			case Type.INT -> "java/lang/Integer";
			case Type.LONG -> "java/lang/Long";
			case Type.FLOAT -> "java/lang/Float";
			case Type.DOUBLE -> "java/lang/Double";
			default -> "";
		};
		return box.isEmpty() ? this
				: call(Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";");
	}

}
