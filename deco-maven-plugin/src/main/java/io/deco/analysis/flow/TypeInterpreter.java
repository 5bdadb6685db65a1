package io.deco.analysis.flow;

import io.deco.analysis.classpath.Access;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/**
 * Computes the types of values from the index, without loading a class. It trusts the
 * byte code: checking it is the verifier's task.
 */
final class TypeInterpreter extends BasicInterpreter {

	private static final Type NULL = Type.getObjectType("null");

	private final String owner;

	private final ClassIndex index;

	/**
	 * @param owner the class whose code it follows
	 */
	TypeInterpreter(String owner, ClassIndex index) {
		super(Opcodes.ASM9);
		this.owner = owner;
		this.index = index;
	}

	@Override
	public @Nullable BasicValue newValue(@Nullable Type type) {
		boolean reference = type != null && !Types.isPrimitive(type);
		return (reference) ? new BasicValue(type) : super.newValue(type);
	}

	@Override
	public @Nullable BasicValue newOperation(AbstractInsnNode insn) throws AnalyzerException {
		return (insn.getOpcode() == Opcodes.ACONST_NULL) ? new BasicValue(NULL) : super.newOperation(insn);
	}

	@Override
	public @Nullable BasicValue unaryOperation(AbstractInsnNode insn, BasicValue value) throws AnalyzerException {
		if (insn.getOpcode() == Opcodes.GETFIELD) {
			return newValue(Type.getType(((FieldInsnNode) insn).desc));
		}
		return super.unaryOperation(insn, value);
	}

	@Override
	public @Nullable BasicValue binaryOperation(AbstractInsnNode insn, BasicValue first, BasicValue second)
			throws AnalyzerException {
		if (insn.getOpcode() == Opcodes.AALOAD) {
			Type array = first.getType();
			boolean known = array != null && array.getSort() == Type.ARRAY;
			return (known) ? newValue(elementType(array)) : new BasicValue(Types.OBJECT);
		}
		return super.binaryOperation(insn, first, second);
	}

	private static Type elementType(Type array) {
		return Type.getType(array.getDescriptor().substring(1));
	}

	@Override
	public BasicValue merge(BasicValue first, BasicValue second) {
		if (first.equals(second)) {
			return first;
		}
		if (!first.isReference() || !second.isReference()) {
			return BasicValue.UNINITIALIZED_VALUE;
		}
		if (NULL.equals(first.getType())) {
			return second;
		}
		if (NULL.equals(second.getType())) {
			return first;
		}
		return new BasicValue(nameable(commonSupertype(first.getType(), second.getType())));
	}

	/**
	 * The nearest type above one that code in the class can name: a wait casts to it.
	 */
	private Type nameable(Type type) {
		if (Access.isAccessible(type, this.owner, this.index)) {
			return type;
		}
		if (type.getSort() == Type.ARRAY) {
			return Type.getType("[".repeat(type.getDimensions()) + nameable(type.getElementType()).getDescriptor());
		}
		String superclass = this.index.superclass(type.getInternalName());
		return (superclass != null) ? nameable(Type.getObjectType(superclass)) : Types.OBJECT;
	}

	private Type commonSupertype(Type first, Type second) {
		if (this.index.isAssignable(first.getInternalName(), second.getInternalName())) {
			return second;
		}
		if (this.index.isAssignable(second.getInternalName(), first.getInternalName())) {
			return first;
		}
		return Type.getObjectType(this.index.commonSuperclass(first.getInternalName(), second.getInternalName()));
	}

}
