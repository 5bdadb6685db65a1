package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.effects.DynamicCallEffects;
import io.deco.analysis.flow.Lines;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the function of a lambda or method reference as a static method, which takes
 * what is captured, and the arguments last.
 */
public final class ElementMethods {

	/**
	 * Why the code of a function is not all that is run when it is called.
	 */
	public static final String NOT_PLAIN = "the type of a function is no functional interface of the JDK itself";

	private static final Set<Integer> INSTANCE = Set.of(Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE,
			Opcodes.H_INVOKESPECIAL);

	private final String owner;

	private final ClassIndex index;

	public ElementMethods(String owner, ClassIndex index) {
		this.owner = owner;
		this.index = index;
	}

	/**
	 * Whether an instruction makes a lambda or method reference.
	 */
	public static boolean isFunction(InvokeDynamicInsnNode dynamic) {
		return dynamic.bsm.getOwner().equals(DynamicCallEffects.LAMBDAS) && dynamic.bsmArgs.length >= 3
				&& dynamic.bsmArgs[0] instanceof Type && dynamic.bsmArgs[1] instanceof Handle
				&& dynamic.bsmArgs[2] instanceof Type;
	}

	/**
	 * Whether who calls a function runs just its code: its type is a functional interface
	 * of the JDK and nothing else, and not one that may call the code in another method.
	 */
	public static boolean isPlainFunction(InvokeDynamicInsnNode dynamic) {
		String type = Type.getReturnType(dynamic.desc).getInternalName();
		return isFunction(dynamic) && (type.startsWith("java/util/function/") || type.equals("java/util/Comparator"))
				&& Arrays.stream(dynamic.bsmArgs, 3, dynamic.bsmArgs.length)
					.noneMatch((argument) -> argument instanceof Type marker && marker.getSort() == Type.OBJECT
							&& !marker.getInternalName().equals("java/io/Serializable"));
	}

	/**
	 * The method that a function calls: the body of the lambda, or the method referred
	 * to.
	 */
	public static Handle implementation(InvokeDynamicInsnNode dynamic) {
		return (Handle) dynamic.bsmArgs[1];
	}

	/**
	 * The signature of the function, with the types that its elements have.
	 */
	public static Type signature(InvokeDynamicInsnNode dynamic) {
		return (Type) dynamic.bsmArgs[2];
	}

	/**
	 * The signature of the function as its interface declares it: arguments are cast to
	 * what the elements are, the result to no more than this.
	 */
	private static Type erased(InvokeDynamicInsnNode dynamic) {
		return (Type) dynamic.bsmArgs[0];
	}

	/**
	 * The body that the compiler made for a lambda of this class, {@code null} for a
	 * method reference.
	 */
	public @Nullable MethodNode lambda(Handle handle) {
		if (!handle.getOwner().equals(this.owner)) {
			return null;
		}
		ClassIndex.DeclaredMethod declared = this.index.resolveMethod(handle.getOwner(), handle.getName(),
				handle.getDesc());
		boolean generated = declared != null && declared.type().name.equals(this.owner)
				&& (declared.method().access & Opcodes.ACC_SYNTHETIC) != 0
				&& (declared.method().access & Opcodes.ACC_BRIDGE) == 0;
		return (generated && declared != null && declared.method().name.startsWith("lambda$")) ? declared.method()
				: null;
	}

	/**
	 * Writes the method, or returns {@code null} if the function converts its arguments
	 * in a way that is not known here.
	 */
	public @Nullable MethodNode write(InvokeDynamicInsnNode dynamic) {
		Handle handle = implementation(dynamic);
		MethodNode body = lambda(handle);
		return (body != null) ? asStatic(body, dynamic) : ofReference(dynamic, handle);
	}

	private @Nullable MethodNode asStatic(MethodNode body, InvokeDynamicInsnNode dynamic) {
		boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
		String descriptor = (isStatic) ? body.desc : "(L" + this.owner + ";" + body.desc.substring(1);
		if (!descriptor.startsWith(prefix(dynamic))) {
			return null;
		}
		MethodNode copy = new MethodNode(Opcodes.ASM9, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
				body.name, descriptor, null, null);
		body.accept(copy);
		copy.visibleAnnotations = null;
		copy.invisibleAnnotations = null;
		copy.parameters = null;
		return copy;
	}

	/**
	 * What the descriptor of the method starts with if its parameters are just those that
	 * are captured and those of the function.
	 */
	private static String prefix(InvokeDynamicInsnNode dynamic) {
		String captured = dynamic.desc.substring(0, dynamic.desc.indexOf(')'));
		StringBuilder prefix = new StringBuilder(captured);
		for (Type argument : signature(dynamic).getArgumentTypes()) {
			prefix.append(argument.getDescriptor());
		}
		return prefix.append(')').toString();
	}

	private @Nullable MethodNode ofReference(InvokeDynamicInsnNode dynamic, Handle handle) {
		boolean instance = INSTANCE.contains(handle.getTag());
		if (!instance && handle.getTag() != Opcodes.H_INVOKESTATIC) {
			return null;
		}
		List<Type> given = new ArrayList<>(List.of(Type.getArgumentTypes(dynamic.desc)));
		given.addAll(List.of(signature(dynamic).getArgumentTypes()));
		List<Type> taken = new ArrayList<>(List.of(Type.getArgumentTypes(handle.getDesc())));
		if (instance) {
			taken.add(0, Type.getObjectType(handle.getOwner()));
		}
		Type result = erased(dynamic).getReturnType();
		if (given.size() != taken.size()) {
			return null;
		}
		MethodNode method = new MethodNode(Opcodes.ASM9,
				Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, handle.getName(),
				Type.getMethodDescriptor(result, given.toArray(Type[]::new)), null, null);
		int line = Lines.of(dynamic);
		if (line > 0) {
			LabelNode start = new LabelNode();
			method.instructions.add(start);
			method.instructions.add(new LineNumberNode(line, start));
		}
		int slot = 0;
		for (int i = 0; i < given.size(); i++) {
			method.instructions.add(new VarInsnNode(given.get(i).getOpcode(Opcodes.ILOAD), slot));
			slot += given.get(i).getSize();
			if (!convert(method, given.get(i), taken.get(i))) {
				return null;
			}
		}
		method.instructions.add(call(handle));
		Type returned = Type.getReturnType(handle.getDesc());
		if (result.getSort() == Type.VOID) {
			if (returned.getSort() != Type.VOID) {
				method.instructions.add(new InsnNode((returned.getSize() == 2) ? Opcodes.POP2 : Opcodes.POP));
			}
		}
		else if (!convert(method, returned, result)) {
			return null;
		}
		method.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
		return method;
	}

	private MethodInsnNode call(Handle handle) {
		int opcode = switch (handle.getTag()) {
			case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
			case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
			case Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
			default -> Opcodes.INVOKEVIRTUAL;
		};
		return new MethodInsnNode(opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
	}

	/**
	 * Converts what is on the stack as a method reference does.
	 */
	private boolean convert(MethodNode method, Type from, Type to) {
		if (from.equals(to)) {
			return true;
		}
		if (from.getSort() == Type.VOID || to.getSort() == Type.VOID) {
			return false;
		}
		boolean primitive = Types.isPrimitive(from);
		if (primitive && Types.isPrimitive(to)) {
			return widen(method, from, to);
		}
		if (primitive) {
			Type box = Boxes.of(from);
			method.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf",
					Type.getMethodDescriptor(box, from), false));
			return to.equals(box) || this.index.isAssignable(box.getInternalName(), to.getInternalName());
		}
		if (Types.isPrimitive(to)) {
			Type unboxed = Boxes.unboxed(from);
			if (unboxed == null) {
				return false;
			}
			method.instructions.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, from.getInternalName(),
					unboxed.getClassName() + "Value", Type.getMethodDescriptor(unboxed), false));
			return unboxed.equals(to) || widen(method, unboxed, to);
		}
		if (!this.index.isAssignable(from.getInternalName(), to.getInternalName())) {
			method.instructions.add(new TypeInsnNode(Opcodes.CHECKCAST, to.getInternalName()));
		}
		return true;
	}

	private static boolean widen(MethodNode method, Type from, Type to) {
		boolean fromInt = from.getSort() >= Type.CHAR && from.getSort() <= Type.INT;
		int opcode = switch (to.getSort()) {
			case Type.INT -> fromInt ? Opcodes.NOP : -1;
			case Type.LONG -> fromInt ? Opcodes.I2L : -1;
			case Type.FLOAT -> fromInt ? Opcodes.I2F : (from.getSort() == Type.LONG) ? Opcodes.L2F : -1;
			case Type.DOUBLE -> fromInt ? Opcodes.I2D
					: (from.getSort() == Type.LONG) ? Opcodes.L2D : (from.getSort() == Type.FLOAT) ? Opcodes.F2D : -1;
			default -> -1;
		};
		if (opcode > Opcodes.NOP) {
			method.instructions.add(new InsnNode(opcode));
		}
		return opcode >= 0;
	}

}
