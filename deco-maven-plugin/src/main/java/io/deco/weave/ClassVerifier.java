package io.deco.weave;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.classpath.Access;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.SimpleVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Verifies class files from byte code alone, loading no class.
 * <p>
 * First the structure and the frames of the class file are checked, then the types of all
 * values in its methods. What is known only of classes that the index does not have is
 * taken to be right.
 */
public final class ClassVerifier {

	private final ClassIndex index;

	public ClassVerifier(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Verifies a class file.
	 * @param classFile the class file
	 * @return what is wrong with it, {@code null} if nothing
	 */
	public @Nullable String verify(byte[] classFile) {
		try {
			ClassReader reader = new ClassReader(classFile);
			ClassWriter writer = new ClassWriter(0);
			reader.accept(new CheckClassAdapter(writer, true), 0);
			// Finds methods that are too large, which a reader does not mind
			writer.toByteArray();
			ClassNode type = new ClassNode();
			reader.accept(type, ClassReader.SKIP_DEBUG);
			for (MethodNode method : type.methods) {
				String error = verify(type, method);
				if (error != null) {
					return error;
				}
			}
			return null;
		}
		catch (RuntimeException ex) {
			return firstLine(ex);
		}
	}

	private @Nullable String verify(ClassNode type, MethodNode method) {
		if (Types.argumentSlots(method.desc, (method.access & Opcodes.ACC_STATIC) != 0) > Types.MOST_SLOTS) {
			return method.name + method.desc + ": Too many arguments";
		}
		try {
			new Analyzer<>(new IndexVerifier(type, this.index)).analyze(type.name, method);
			return null;
		}
		catch (AnalyzerException ex) {
			return method.name + method.desc + ": " + firstLine(ex);
		}
	}

	private static String firstLine(Exception ex) {
		String message = String.valueOf(ex.getMessage());
		return ex.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
	}

	private static final class IndexVerifier extends SimpleVerifier {

		private final ClassIndex index;

		private final Type type;

		IndexVerifier(ClassNode type, ClassIndex index) {
			super(Opcodes.ASM9, Type.getObjectType(type.name), superType(type), interfaces(type),
					(type.access & Opcodes.ACC_INTERFACE) != 0);
			this.index = index;
			this.type = Type.getObjectType(type.name);
		}

		private static @Nullable Type superType(ClassNode type) {
			return (type.superName != null) ? Type.getObjectType(type.superName) : null;
		}

		private static List<Type> interfaces(ClassNode type) {
			List<Type> interfaces = new ArrayList<>();
			type.interfaces.forEach((name) -> interfaces.add(Type.getObjectType(name)));
			return interfaces;
		}

		@Override
		protected boolean isInterface(Type type) {
			return type.getSort() == Type.OBJECT && this.index.isInterface(type.getInternalName());
		}

		@Override
		protected @Nullable Type getSuperClass(Type type) {
			if (type.getInternalName().equals("java/lang/Object")) {
				return null;
			}
			String superclass = (type.getSort() == Type.OBJECT) ? this.index.superclass(type.getInternalName()) : null;
			return (superclass != null) ? Type.getObjectType(superclass) : Type.getType(Object.class);
		}

		@Override
		protected boolean isSubTypeOf(BasicValue value, BasicValue expected) {
			Type to = expected.getType();
			Type from = value.getType();
			if (from == null || !value.isReference() || !expected.isReference()) {
				return value.equals(expected);
			}
			return from.equals(NULL_TYPE) || isInterface(to) || isAssignableFrom(to, from);
		}

		@Override
		protected boolean isAssignableFrom(Type to, Type from) {
			if (to.equals(from) || this.index.isAssignable(from.getInternalName(), to.getInternalName())) {
				return true;
			}
			return !isKnown(element(to)) || !isKnown(element(from));
		}

		@Override
		public @Nullable BasicValue unaryOperation(AbstractInsnNode insn, BasicValue value) throws AnalyzerException {
			if (insn instanceof FieldInsnNode access) {
				checkTarget(access, value);
			}
			return super.unaryOperation(insn, value);
		}

		@Override
		public @Nullable BasicValue binaryOperation(AbstractInsnNode insn, BasicValue first, BasicValue second)
				throws AnalyzerException {
			if (insn instanceof FieldInsnNode access) {
				checkTarget(access, first);
			}
			return super.binaryOperation(insn, first, second);
		}

		@Override
		public @Nullable BasicValue naryOperation(AbstractInsnNode insn, List<? extends BasicValue> values)
				throws AnalyzerException {
			if (insn instanceof MethodInsnNode call && call.getOpcode() != Opcodes.INVOKESTATIC) {
				checkReceiver(call, values.get(0));
			}
			return super.naryOperation(insn, values);
		}

		private void checkTarget(FieldInsnNode access, BasicValue target) throws AnalyzerException {
			ClassIndex.DeclaredField field = this.index.resolveField(access.owner, access.name, access.desc);
			if (access.getOpcode() != Opcodes.PUTSTATIC && field != null
					&& isOnlyForOwn(access.owner, field.field().access, field.type().name)) {
				requireOwn(access, target);
			}
		}

		private void checkReceiver(MethodInsnNode call, BasicValue receiver) throws AnalyzerException {
			ClassIndex.DeclaredMethod method = this.index.resolveMethod(call.owner, call.name, call.desc);
			boolean ofSuper = call.getOpcode() == Opcodes.INVOKESPECIAL && !call.name.equals("<init>");
			if (ofSuper || (method != null && isOnlyForOwn(call.owner, method.method().access, method.type().name))) {
				requireOwn(call, receiver);
			}
		}

		/**
		 * Whether the class inherits a member that it may use on its own objects only.
		 */
		private boolean isOnlyForOwn(String owner, int access, String declaring) {
			return Access.isOnlyForOwn(access, declaring, this.type.getInternalName())
					&& this.index.isAssignable(this.type.getInternalName(), owner);
		}

		private void requireOwn(AbstractInsnNode insn, BasicValue value) throws AnalyzerException {
			BasicValue own = new BasicValue(this.type);
			if (!isSubTypeOf(value, own)) {
				throw new AnalyzerException(insn, "Used on an object that may be of another class", own, value);
			}
		}

		private static Type element(Type type) {
			return (type.getSort() == Type.ARRAY) ? type.getElementType() : type;
		}

		private boolean isKnown(Type type) {
			return type.getSort() != Type.OBJECT || this.index.isKnown(type.getInternalName());
		}

	}

}
