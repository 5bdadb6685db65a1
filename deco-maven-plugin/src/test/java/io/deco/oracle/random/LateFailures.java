package io.deco.oracle.random;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells whether an operation on results that may have been pending failed in a run, also
 * if the program caught what it threw. Weaving puts such operations into methods of their
 * own; for a run that is watched, a handler around each of them sets a flag. Stores are
 * not watched: one that is known to fail must not be put off.
 */
final class LateFailures {

	private static final String FLAG = "deco$failedLate";

	private LateFailures() {
	}

	/**
	 * Returns the classes with handlers around their operations.
	 * @param woven classes that were woven, by name
	 */
	static Map<String, byte[]> watch(Map<String, byte[]> woven) {
		Map<String, byte[]> watched = new TreeMap<>();
		woven.forEach((name, bytes) -> {
			ClassReader reader = new ClassReader(bytes);
			if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
				// Its fields are final
				watched.put(name, bytes);
				return;
			}
			ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
			reader.accept(new Watched(writer), 0);
			watched.put(name, writer.toByteArray());
		});
		return watched;
	}

	/**
	 * Whether an operation failed.
	 * @param program a program whose classes are watched
	 */
	static boolean seen(LoadedProgram program) {
		for (Class<?> type : program.classes()) {
			try {
				Field flag = type.getDeclaredField(FLAG);
				flag.setAccessible(true);
				if (flag.getBoolean(null)) {
					return true;
				}
			}
			catch (NoSuchFieldException ex) {
				// Not woven
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return false;
	}

	/**
	 * A class with a flag that its operations set when they fail.
	 */
	private static final class Watched extends ClassVisitor {

		private String type = "";

		Watched(ClassVisitor writer) {
			super(Opcodes.ASM9, writer);
		}

		@Override
		public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
				String @Nullable [] interfaces) {
			super.visit(version, access, name, signature, superName, interfaces);
			this.type = name;
			super.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE | Opcodes.ACC_SYNTHETIC, FLAG, "Z", null, null)
				.visitEnd();
		}

		@Override
		public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
				@Nullable String signature, String @Nullable [] exceptions) {
			MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
			return name.startsWith("deco$operate$") ? new Operation(method, this.type) : method;
		}

	}

	/**
	 * An operation, which has neither branches nor handlers.
	 */
	private static final class Operation extends MethodVisitor {

		private final String type;

		private final Label start = new Label();

		Operation(MethodVisitor method, String type) {
			super(Opcodes.ASM9, method);
			this.type = type;
		}

		@Override
		public void visitCode() {
			super.visitCode();
			visitLabel(this.start);
		}

		@Override
		public void visitMaxs(int maxStack, int maxLocals) {
			Label handler = new Label();
			visitTryCatchBlock(this.start, handler, handler, null);
			visitLabel(handler);
			visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] { "java/lang/Throwable" });
			visitInsn(Opcodes.ICONST_1);
			visitFieldInsn(Opcodes.PUTSTATIC, this.type, FLAG, "Z");
			visitInsn(Opcodes.ATHROW);
			super.visitMaxs(maxStack, maxLocals);
		}

	}

}
