package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes the class of a rule: for each {@link Situation} a method with the instruction,
 * and the concurrent calls that give its operands.
 */
final class RuleClass {

	/** Where a rule's own object is expected. */
	static final Type SELF = Type.getObjectType("rules/Self");

	private static final Type OBJECT = RuleProgram.OBJECT;

	private static final Type LIST = Type.getType(List.class);

	private static final String SUBJECTS = Type.getInternalName(Subjects.class);

	private final RuleProgram program;

	private final String name;

	private final ClassWriter writer;

	RuleClass(RuleProgram program, String name) {
		this.program = program;
		this.name = name;
		this.writer = new ClassWriter((program.isOld()) ? ClassWriter.COMPUTE_MAXS : ClassWriter.COMPUTE_FRAMES) {
			@Override
			protected String getCommonSuperClass(String first, String second) {
				return OBJECT.getInternalName();
			}
		};
	}

	byte[] write() {
		int version = (this.program.isOld()) ? Opcodes.V1_5 : Opcodes.V17;
		String parent = Type.getInternalName(Subjects.Parent.class);
		this.writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, this.name, null, parent, null);
		this.writer.visitSource("Rule.java", null);
		writeFields();
		writeConstructor(parent);
		writeCalls();
		writePrivate();
		for (Situation situation : Situation.of(this.program)) {
			writeMethod(situation);
		}
		this.writer.visitEnd();
		return this.writer.toByteArray();
	}

	private void writeFields() {
		for (int i = 0; i < this.program.operands().size(); i++) {
			field(Opcodes.ACC_PUBLIC, "value" + i, type(i));
		}
		field(Opcodes.ACC_PUBLIC, "failing", Type.BOOLEAN_TYPE);
		field(Opcodes.ACC_PUBLIC, "number", Type.INT_TYPE);
		field(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "shared", Type.INT_TYPE);
		field(Opcodes.ACC_PUBLIC | Opcodes.ACC_VOLATILE, "watched", Type.INT_TYPE);
	}

	private void field(int access, String field, Type type) {
		this.writer.visitField(access, field, type.getDescriptor(), null, null).visitEnd();
	}

	private void writeConstructor(String parent) {
		MethodVisitor method = this.writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
		method.visitCode();
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", "()V", false);
		method.visitInsn(Opcodes.RETURN);
		end(method);
	}

	private static void end(MethodVisitor method) {
		method.visitMaxs(0, 0);
		method.visitEnd();
	}

	private void writeCalls() {
		for (int i = 0; i < this.program.operands().size(); i++) {
			MethodVisitor method = concurrent("operand" + i, "()" + type(i).getDescriptor());
			failIfAsked(method);
			method.visitVarInsn(Opcodes.ALOAD, 0);
			method.visitFieldInsn(Opcodes.GETFIELD, this.name, "value" + i, type(i).getDescriptor());
			method.visitInsn(type(i).getOpcode(Opcodes.IRETURN));
			end(method);
		}
		MethodVisitor other = concurrent("other", "()Ljava/lang/String;");
		failIfAsked(other);
		other.visitLdcInsn("other");
		other.visitInsn(Opcodes.ARETURN);
		end(other);
		MethodVisitor modify = concurrent("modify", "(Ljava/lang/Object;)V");
		modify.visitParameterAnnotation(0, Type.getDescriptor(Modifies.class), true).visitEnd();
		failIfAsked(modify);
		modify.visitVarInsn(Opcodes.ALOAD, 1);
		modify.visitMethodInsn(Opcodes.INVOKESTATIC, SUBJECTS, "modify", "(Ljava/lang/Object;)V", false);
		modify.visitInsn(Opcodes.RETURN);
		end(modify);
	}

	private void writePrivate() {
		MethodVisitor method = this.writer.visitMethod(Opcodes.ACC_PRIVATE, "secret", "(I)I", null, null);
		method.visitCode();
		method.visitVarInsn(Opcodes.ILOAD, 1);
		method.visitInsn(Opcodes.IRETURN);
		end(method);
	}

	private MethodVisitor concurrent(String method, String descriptor) {
		MethodVisitor visitor = this.writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
		visitor.visitAnnotation(Type.getDescriptor(Concurrent.class), true).visitEnd();
		visitor.visitCode();
		return visitor;
	}

	private void failIfAsked(MethodVisitor method) {
		method.visitVarInsn(Opcodes.ALOAD, 0);
		method.visitFieldInsn(Opcodes.GETFIELD, this.name, "failing", "Z");
		method.visitMethodInsn(Opcodes.INVOKESTATIC, SUBJECTS, "failIf", "(Z)V", false);
	}

	private void writeMethod(Situation situation) {
		List<Type> parameters = new ArrayList<>();
		for (int i = 0; i < this.program.operands().size(); i++) {
			parameters.add(type(i));
		}
		parameters.add(OBJECT);
		parameters.add(LIST);
		String descriptor = Type.getMethodDescriptor(this.program.returns(), parameters.toArray(Type[]::new));
		MethodVisitor method = this.writer.visitMethod(Opcodes.ACC_PUBLIC, situation.method(), descriptor, null,
				new String[] { "java/lang/Throwable" });
		method.visitAnnotation(Type.getDescriptor(Synchronized.class), true).visitEnd();
		method.visitCode();
		int locals = 1 + parameters.stream().mapToInt(Type::getSize).sum();
		RuleCode code = new RuleCode(method, this.name, locals);
		prepare(situation, code, locals);
		load(situation, code);
		emit(code);
		end(method);
	}

	private void prepare(Situation situation, RuleCode code, int locals) {
		switch (situation.kind()) {
			case OPERAND -> {
			}
			case CALL -> code.load(OBJECT, 0)
				.call(Opcodes.INVOKEVIRTUAL, this.name, "other", "()Ljava/lang/String;")
				.insn(Opcodes.POP);
			case MODIFIER -> code.load(OBJECT, 0)
				.load(OBJECT, locals - 2)
				.call(Opcodes.INVOKEVIRTUAL, this.name, "modify", "(Ljava/lang/Object;)V");
			case STORE -> code.load(OBJECT, locals - 1)
				.load(OBJECT, 0)
				.call(Opcodes.INVOKEVIRTUAL, this.name, "other", "()Ljava/lang/String;")
				.call(Opcodes.INVOKEINTERFACE, LIST.getInternalName(), "add", "(Ljava/lang/Object;)Z")
				.insn(Opcodes.POP);
		}
	}

	private void load(Situation situation, RuleCode code) {
		int local = 1;
		for (int i = 0; i < this.program.operands().size(); i++) {
			if (situation.kind() == Situation.Kind.OPERAND && situation.operand() == i) {
				code.load(OBJECT, 0)
					.call(Opcodes.INVOKEVIRTUAL, this.name, "operand" + i, "()" + type(i).getDescriptor());
			}
			else {
				code.load(type(i), local);
			}
			local += type(i).getSize();
		}
	}

	private void emit(RuleCode code) {
		if (!this.program.marks()) {
			code.mark();
		}
		this.program.code().accept(code);
		if (this.program.returnsItself()) {
			return;
		}
		code.end();
		Type result = this.program.result();
		if (result.getSort() == Type.VOID) {
			code.insn(Opcodes.ACONST_NULL).insn(Opcodes.ARETURN);
			return;
		}
		code.load(result, code.store(result)).box(result).insn(Opcodes.ARETURN);
	}

	private Type type(int operand) {
		Type type = this.program.operands().get(operand).type();
		return type.equals(SELF) ? Type.getObjectType(this.name) : type;
	}

}
