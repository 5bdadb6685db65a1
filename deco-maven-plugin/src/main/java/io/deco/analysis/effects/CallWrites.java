package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.ArgumentWrites.Written;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Reads from the byte code of called methods what a call certainly modifies: its own
 * caller's arguments, or something that is reached through them.
 */
final class CallWrites {

	private static final Type OBJECT = Type.getObjectType("java/lang/Object");

	/** What a function is given may be anything that the method can reach. */
	static final Origin GIVEN = Origin.reached(OBJECT, -1L);

	/** How far functions are followed that call others. */
	private static final int MAX_NESTED = 2;

	private final ClassIndex index;

	private final FunctionTypes functions;

	private final CalledMethods methods;

	private final PlatformCallWrites platform;

	private int nested;

	CallWrites(ClassIndex index, FunctionTypes functions, CalledMethods methods) {
		this.index = index;
		this.functions = functions;
		this.methods = methods;
		this.platform = new PlatformCallWrites(index, this, methods);
	}

	Written of(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		boolean given = operands.stream().anyMatch((operand) -> made.reachable(operand) != 0);
		if (call.owner.startsWith("[") || this.index.isPlatform(call.owner)) {
			return given ? this.platform.of(call, operands, made) : Written.NOTHING;
		}
		boolean module = this.index.inModule(call.owner);
		boolean constructor = call.name.equals("<init>");
		// A library may change its own objects around what it is given
		Written written = (given && (module || !constructor))
				? inside(call, operands, module ? made : new MadeObjects()) : Written.NOTHING;
		if (module && constructor) {
			return written.and(this.platform.ofCallbacks(call.owner, operands.get(0), made));
		}
		return (given && call.getOpcode() == Opcodes.INVOKEINTERFACE) ? written.and(ofFunctions(call, operands, made))
				: written;
	}

	/**
	 * What a function does that a method of the module returns, if it modifies what it is
	 * given.
	 */
	Written ofResult(MethodInsnNode call) {
		boolean modifies = Callbacks.isFunction(Type.getReturnType(call.desc)) && this.index.inModule(call.owner)
				&& this.methods.of(call.owner, call.name, call.desc).parts() == GIVEN.parameters();
		return modifies ? ArgumentWrites.written(GIVEN) : Written.NOTHING;
	}

	private Written inside(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		return inside(this.methods.of(call.owner, call.name, call.desc), operands,
				call.getOpcode() == Opcodes.INVOKESTATIC, made);
	}

	/**
	 * What is known of a method, said of what it is called with.
	 */
	static Written inside(Written inside, List<Origin> operands, boolean isStatic, MadeObjects made) {
		Written written = Written.NOTHING;
		for (int i = 0; i < operands.size(); i++) {
			int parameter = isStatic ? i : i - 1;
			long bit = (parameter < 0) ? Written.RECEIVER : 1L << parameter;
			long reachable = made.reachable(operands.get(i));
			if ((inside.visibly() & bit) != 0) {
				written = written.and(ArgumentWrites.written(operands.get(i)));
			}
			if ((inside.parts() & bit) != 0) {
				written = written.and(new Written(reachable, 0, reachable, 0));
			}
			// What the method's own function captures was seen where it is made
			if ((inside.unseen() & bit) != 0 && operands.get(i).role() != Origin.Role.FUNCTION) {
				written = written.and(new Written(reachable, 0, 0, reachable));
			}
		}
		return written;
	}

	/**
	 * What code does that could not be followed.
	 */
	static Written unseen(List<Origin> operands, MadeObjects made) {
		long reachable = operands.stream().mapToLong(made::reachable).reduce(0, (first, second) -> first | second);
		return new Written(reachable, 0, 0, reachable);
	}

	/**
	 * What lambdas of the module do that a method may be itself.
	 */
	Written ofFunctions(String owner, String name, String descriptor) {
		Type[] types = Type.getArgumentTypes(descriptor);
		List<Origin> operands = new ArrayList<>();
		operands.add(Origin.parameter(Type.getObjectType(owner), Written.RECEIVER));
		for (int i = 0; i < types.length; i++) {
			operands.add(Origin.parameter(types[i], 1L << i));
		}
		return ofFunctions(new MethodInsnNode(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true), operands,
				new MadeObjects());
	}

	/**
	 * What lambdas of the module do that implement an interface of the program. One may
	 * call others, or itself.
	 */
	Written ofFunctions(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		List<InvokeDynamicInsnNode> functions = this.functions.of(call.owner, call.name);
		if (functions.isEmpty()) {
			return Written.NOTHING;
		}
		if (functions.size() > CalledMethods.MANY || this.nested >= MAX_NESTED) {
			return unseen(operands, made);
		}
		Origin receiver = operands.get(0);
		Origin captured = Origin.reached(OBJECT, made.read(receiver)).from(0, receiver.made() | receiver.within());
		Written written = Written.NOTHING;
		this.nested++;
		try {
			for (InvokeDynamicInsnNode function : functions) {
				List<Origin> values = new ArrayList<>(
						Collections.nCopies(Type.getArgumentCount(function.desc), captured));
				values.addAll(operands.subList(1, operands.size()));
				written = written.and(of(function, values, made));
			}
		}
		finally {
			this.nested--;
		}
		return written;
	}

	/**
	 * What a function does with what it captures, and what it is given.
	 */
	Written of(InvokeDynamicInsnNode dynamic, List<Origin> values, MadeObjects made) {
		Written written = Written.NOTHING;
		for (Object argument : dynamic.bsmArgs) {
			if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
				written = written.and(of(handle, values, made));
			}
		}
		return written;
	}

	private Written of(Handle handle, List<Origin> values, MadeObjects made) {
		boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
		int opcode = switch (handle.getTag()) {
			case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
			case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
			case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
			default -> Opcodes.INVOKESPECIAL;
		};
		List<Origin> operands = new ArrayList<>(values);
		if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
			operands.add(0, Origin.fresh(Type.getObjectType(handle.getOwner()), false));
		}
		int count = Type.getArgumentCount(handle.getDesc()) + (isStatic ? 0 : 1);
		while (operands.size() < count) {
			operands.add(GIVEN);
		}
		return of(
				new MethodInsnNode(opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface()),
				operands.subList(0, count), made);
	}

}
