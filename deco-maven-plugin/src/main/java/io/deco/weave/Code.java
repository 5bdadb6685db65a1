package io.deco.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

import io.deco.analysis.Types;

/**
 * Instructions that woven code is made of: calls of the runtime, boxing and unboxing.
 */
final class Code {

	static final String CALLS = "io/deco/runtime/WovenCalls";

	static final String SCOPE = "io/deco/runtime/TaskScope";

	static final Type SCOPE_TYPE = Type.getObjectType(SCOPE);

	private static final String NULL = "null";

	private final InsnList instructions = new InsnList();

	InsnList list() {
		return this.instructions;
	}

	Code insn(int opcode) {
		this.instructions.add(new InsnNode(opcode));
		return this;
	}

	Code load(Type type, int slot) {
		this.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
		return this;
	}

	Code store(Type type, int slot) {
		this.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
		return this;
	}

	Code number(int value) {
		if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
			this.instructions.add(new IntInsnNode(Opcodes.SIPUSH, value));
		}
		else {
			this.instructions.add(new LdcInsnNode(value));
		}
		return this;
	}

	Code constant(String value) {
		this.instructions.add(new LdcInsnNode(value));
		return this;
	}

	Code cast(Type type) {
		if (type.getInternalName().equals(NULL)) {
			return insn(Opcodes.POP).insn(Opcodes.ACONST_NULL);
		}
		if (!type.equals(Types.OBJECT)) {
			this.instructions.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
		}
		return this;
	}

	/**
	 * Makes an object what it is carried as.
	 */
	Code box(Type type) {
		if (!Types.isPrimitive(type)) {
			return this;
		}
		Type boxed = Types.boxed(type);
		Type argument = unboxedType(type);
		return call(Opcodes.INVOKESTATIC, boxed.getInternalName(), "valueOf",
				Type.getMethodDescriptor(boxed, argument));
	}

	/**
	 * Makes what is carried a value of its type again.
	 */
	Code unbox(Type type) {
		if (!Types.isPrimitive(type)) {
			return cast(type);
		}
		Type value = unboxedType(type);
		cast(Types.boxed(type));
		return call(Opcodes.INVOKEVIRTUAL, Types.boxed(type).getInternalName(), value.getClassName() + "Value",
				Type.getMethodDescriptor(value));
	}

	private static Type unboxedType(Type type) {
		return switch (type.getSort()) {
			case Type.LONG, Type.FLOAT, Type.DOUBLE -> type;
			default -> Type.INT_TYPE;
		};
	}

	Code call(int opcode, String owner, String name, String descriptor) {
		this.instructions.add(new MethodInsnNode(opcode, owner, name, descriptor, false));
		return this;
	}

	/**
	 * Calls the runtime.
	 */
	Code runtime(String name, String descriptor) {
		return call(Opcodes.INVOKESTATIC, CALLS, name, descriptor.replace("$", "L" + SCOPE + ";"));
	}

	/**
	 * Calls the runtime with the scope and a copy of the object on top of the stack.
	 */
	Code inspect(int scope, String name) {
		return insn(Opcodes.DUP).load(SCOPE_TYPE, scope).insn(Opcodes.SWAP).runtime(name, "($Ljava/lang/Object;)V");
	}

	/**
	 * Awaits what is on top of the stack.
	 */
	Code await(int scope, Type type) {
		return load(SCOPE_TYPE, scope).insn(Opcodes.SWAP)
			.runtime("await", "($Ljava/lang/Object;)Ljava/lang/Object;")
			.unbox(type);
	}

}
