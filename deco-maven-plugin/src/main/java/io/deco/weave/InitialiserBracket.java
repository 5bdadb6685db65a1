package io.deco.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import io.deco.runtime.WovenCalls;

/**
 * Lets the static initialiser of a class say when it begins and ends, however it ends.
 */
final class InitialiserBracket extends MethodVisitor {

	private static final String WOVEN_CALLS = Type.getInternalName(WovenCalls.class);

	private final Label start = new Label();

	private final Label end = new Label();

	private InitialiserBracket(MethodVisitor next) {
		super(Opcodes.ASM9, next);
	}

	/**
	 * Puts a class's static initialiser between brackets. A class file that has no room
	 * for them stays as it is.
	 */
	static byte[] add(byte[] classFile) {
		try {
			return ClassFiles.rewrite(classFile, InitialiserBracket::around);
		}
		catch (ClassTooLargeException | MethodTooLargeException ex) {
			return classFile;
		}
	}

	private static ClassVisitor around(ClassVisitor next) {
		return new ClassVisitor(Opcodes.ASM9, next) {

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
				return name.equals("<clinit>") ? new InitialiserBracket(method) : method;
			}

		};
	}

	@Override
	public void visitCode() {
		super.visitCode();
		call("enterInitialiser");
		super.visitLabel(this.start);
	}

	@Override
	public void visitInsn(int opcode) {
		if (opcode == Opcodes.RETURN) {
			call("leaveInitialiser");
		}
		super.visitInsn(opcode);
	}

	/**
	 * The last handler of all: those of the initialiser itself come first.
	 */
	@Override
	public void visitMaxs(int maxStack, int maxLocals) {
		super.visitLabel(this.end);
		super.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] { "java/lang/Throwable" });
		call("leaveInitialiser");
		super.visitInsn(Opcodes.ATHROW);
		super.visitTryCatchBlock(this.start, this.end, this.end, null);
		super.visitMaxs(Math.max(maxStack, 1), maxLocals);
	}

	private void call(String name) {
		super.visitMethodInsn(Opcodes.INVOKESTATIC, WOVEN_CALLS, name, "()V", false);
	}

}
