package io.deco.weave;

import java.util.List;
import java.util.Locale;

import io.deco.analysis.classpath.Types;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Instructions that woven code is made of: calls of the runtime, boxing and unboxing.
 */
final class Code {

	static final String CALLS = "io/deco/runtime/WovenCalls";

	static final String SCOPE = "io/deco/runtime/TaskScope";

	static final Type ARGUMENTS = Type.getType(Object[].class);

	static final Type SCOPE_TYPE = Type.getObjectType(SCOPE);

	private static final String NULL = "null";

	private static final String SITE_PARAMETERS = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
			+ "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;";

	private final InsnList instructions = new InsnList();

	/**
	 * Starts code that a line stands for in stack traces; 0 for none.
	 */
	static Code line(int line) {
		Code code = new Code();
		if (line > 0) {
			LabelNode start = new LabelNode();
			code.instructions.add(start);
			code.instructions.add(new LineNumberNode(line, start));
		}
		return code;
	}

	/**
	 * Starts code that the line of an instruction stands for in stack traces.
	 */
	static Code lineOf(AbstractInsnNode insn) {
		for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
			if (at instanceof LineNumberNode line) {
				return line(line.line);
			}
		}
		return new Code();
	}

	/**
	 * Returns the variables in which a static method finds its arguments.
	 */
	static int[] slots(List<Type> parameters) {
		int[] slots = new int[parameters.size()];
		int next = 0;
		for (int i = 0; i < slots.length; i++) {
			slots[i] = next;
			next += parameters.get(i).getSize();
		}
		return slots;
	}

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

	/**
	 * Pushes what the first of some variables hold.
	 */
	Code load(List<Type> types, int[] slots) {
		for (int i = 0; i < types.size(); i++) {
			load(types.get(i), slots[i]);
		}
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
	 * Pushes an array of what some variables hold.
	 * @param types the types of the variables
	 * @param slots where the variables are
	 * @param first which of the slots is that of the first variable
	 */
	Code array(List<Type> types, int[] slots, int first) {
		number(types.size());
		this.instructions.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
		for (int i = 0; i < types.size(); i++) {
			insn(Opcodes.DUP).number(i).load(types.get(i), slots[first + i]).box(types.get(i)).insn(Opcodes.AASTORE);
		}
		return this;
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
	 * Pushes what the runtime knows of a site.
	 * @param kind fork, write, store or computation
	 * @param parameters what the bootstrap method of this kind takes after the method
	 * handle, as in descriptors
	 * @param call the method that does later what the site stands for
	 * @param constants the arguments for the parameters
	 */
	Code site(String kind, String parameters, Handle call, Object... constants) {
		String name = kind + "Site";
		String type = "Lio/deco/runtime/" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ";";
		Object[] arguments = new Object[1 + constants.length];
		arguments[0] = call;
		System.arraycopy(constants, 0, arguments, 1, constants.length);
		this.instructions.add(new InvokeDynamicInsnNode(name, "()" + type, new Handle(Opcodes.H_INVOKESTATIC, CALLS,
				name, SITE_PARAMETERS + parameters + ")Ljava/lang/invoke/CallSite;", false), arguments));
		return this;
	}

	/**
	 * Makes a lambda of what is on the stack.
	 * @param name the method of the functional interface
	 * @param descriptor takes what the lambda captures, and returns the interface
	 * @param declared the type of the method as the interface declares it
	 * @param body the method that the lambda runs
	 * @param used the type of the method as it is used
	 */
	Code lambda(String name, String descriptor, Type declared, Handle body, Type used) {
		this.instructions.add(new InvokeDynamicInsnNode(name, descriptor,
				new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory",
						"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
								+ "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
								+ "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
						false),
				declared, body, used));
		return this;
	}

	/**
	 * Calls the runtime with the scope and a copy of the object on top of the stack.
	 */
	Code inspect(int scope, String name) {
		return insn(Opcodes.DUP).load(SCOPE_TYPE, scope).insn(Opcodes.SWAP).runtime(name, "($Ljava/lang/Object;)V");
	}

	/**
	 * Calls the runtime with the scope, a copy of the object on top of the stack, and a
	 * number.
	 */
	Code inspect(int scope, String name, int number) {
		return insn(Opcodes.DUP).load(SCOPE_TYPE, scope)
			.insn(Opcodes.SWAP)
			.number(number)
			.runtime(name, "($Ljava/lang/Object;I)V");
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
