package io.deco.oracle.api;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class that is not there when its superclass is woven: what a container makes to put
 * code of its own before the methods of a bean.
 */
public final class Subclass {

	private static final String BEFORE = "before";

	private static final Type RUNNABLE = Type.getType(Runnable.class);

	private Subclass() {
	}

	/**
	 * Makes an object of such a class.
	 * @param <T> the type of the superclass
	 * @param type the superclass, with a constructor without parameters
	 * @param lookup can see the superclass
	 * @param before what runs before each method that the superclass declares
	 * @return the object
	 */
	public static <T> T of(Class<T> type, MethodHandles.Lookup lookup, Runnable before) {
		try {
			Class<?> generated = lookup.defineClass(write(type));
			generated.getField(BEFORE).set(null, before);
			return type.cast(generated.getConstructor().newInstance());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] write(Class<?> type) {
		String superclass = Type.getInternalName(type);
		String name = superclass + "$Generated";
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, null);
		writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, BEFORE, RUNNABLE.getDescriptor(), null, null)
			.visitEnd();
		MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
		callSuper(constructor, superclass, "<init>", "()V");
		for (Method method : type.getDeclaredMethods()) {
			if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)) == 0) {
				String descriptor = Type.getMethodDescriptor(method);
				MethodVisitor code = writer.visitMethod(method.getModifiers(), method.getName(), descriptor, null,
						null);
				code.visitFieldInsn(Opcodes.GETSTATIC, name, BEFORE, RUNNABLE.getDescriptor());
				code.visitMethodInsn(Opcodes.INVOKEINTERFACE, RUNNABLE.getInternalName(), "run", "()V", true);
				callSuper(code, superclass, method.getName(), descriptor);
			}
		}
		return writer.toByteArray();
	}

	private static void callSuper(MethodVisitor code, String superclass, String name, String descriptor) {
		code.visitVarInsn(Opcodes.ALOAD, 0);
		int local = 1;
		for (Type parameter : Type.getArgumentTypes(descriptor)) {
			code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
			local += parameter.getSize();
		}
		code.visitMethodInsn(Opcodes.INVOKESPECIAL, superclass, name, descriptor, false);
		code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
		code.visitMaxs(0, 0);
		code.visitEnd();
	}

}
