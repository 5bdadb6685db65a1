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
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads from the byte code of called methods what a call certainly modifies: its own
 * caller's arguments, or something that is reached through them. Of methods of the JDK,
 * it goes by what they are known to do.
 */
final class CallWrites {

	private static final Type OBJECT = Type.getObjectType("java/lang/Object");

	private static final Type SUPPLIER = Type.getObjectType("java/util/function/Supplier");

	/** What a function is given may be anything that the method can reach. */
	private static final Origin GIVEN = Origin.reached(OBJECT, -1L);

	/** How far functions are followed that call others. */
	private static final int MAX_NESTED = 2;

	private final ClassIndex index;

	private final FunctionTypes functions;

	private final CalledMethods methods;

	private final Callbacks callbacks;

	private int nested;

	CallWrites(ClassIndex index, FunctionTypes functions, CalledMethods methods) {
		this.index = index;
		this.functions = functions;
		this.methods = methods;
		this.callbacks = new Callbacks(index);
	}

	Written of(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		boolean given = operands.stream().anyMatch((operand) -> made.reachable(operand) != 0);
		if (call.owner.startsWith("[") || this.index.isPlatform(call.owner)) {
			return given ? ofPlatform(call, operands, made) : Written.NOTHING;
		}
		boolean module = this.index.inModule(call.owner);
		boolean constructor = call.name.equals("<init>");
		// A library may change its own objects around what it is given
		Written written = (given && (module || !constructor))
				? inside(call, operands, module ? made : new MadeObjects()) : Written.NOTHING;
		if (module && constructor) {
			return written.and(ofCallbacks(call.owner, operands.get(0), made));
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
	private static Written inside(Written inside, List<Origin> operands, boolean isStatic, MadeObjects made) {
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

	private Written ofPlatform(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		Written written = Written.NOTHING;
		int receiver = (call.getOpcode() == Opcodes.INVOKESTATIC) ? 0 : 1;
		Type[] types = Type.getArgumentTypes(call.desc);
		for (int i = 0; i < operands.size(); i++) {
			Origin operand = operands.get(i);
			if (JdkWrites.writes(call, i) || (i == 0 && JdkWrites.moves(call) && !made.isOwnIterator(operand))) {
				written = written.and(ArgumentWrites.written(operand));
				written = written
					.and(JdkWrites.writesThrough(call.owner) ? parts(throughMade(operand, made)) : Written.NOTHING);
			}
			if (i >= receiver) {
				Type type = types[i - receiver];
				written = written.and(isContainer(call, type) ? parts(made.captured(operand)) : Written.NOTHING)
					.and(ofArgument(type, operand, operands, made));
			}
		}
		return (receiver > 0) ? written.and(ofReceiver(call, operands, made)) : written;
	}

	/**
	 * What a method of the JDK does if it is one of an object of the program. What a
	 * function captured may be modified as well as what it is given.
	 */
	private Written ofReceiver(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		boolean own = operands.get(0).isOwn();
		if (Callbacks.isFunction(Type.getObjectType(call.owner))) {
			return own ? Written.NOTHING : unseen(operands, made);
		}
		return (own || call.getOpcode() == Opcodes.INVOKESPECIAL || !this.callbacks.isFollowed(call.owner))
				? Written.NOTHING : ofImplementations(call.owner, call.name, call.desc, operands, made);
	}

	/**
	 * What a method of the JDK makes an argument do. Where nothing is known of its type,
	 * it is what the method takes.
	 */
	private Written ofArgument(Type declared, Origin operand, List<Origin> operands, MadeObjects made) {
		Type type = (operand.type() != null) ? operand.type() : declared;
		String name = ((type.getSort() == Type.OBJECT) ? type : OBJECT).getInternalName();
		boolean function = Callbacks.isFunction(declared) && !operand.isOwn();
		if (function && (this.index.isPlatform(name) || (this.index.isInterface(name) && !this.index.inModule(name)))) {
			return unseen(operands, made);
		}
		boolean asked = !this.index.isPlatform(name)
				|| (!operand.isOwn() && !declared.equals(OBJECT) && this.callbacks.isFollowed(name));
		return asked ? ofCallbacks(name, operand, made) : Written.NOTHING;
	}

	private static Written parts(long parameters) {
		return new Written(parameters, 0, parameters, 0);
	}

	/**
	 * The parameters that are changed where an object is that was made on top of them.
	 */
	private static long throughMade(Origin operand, MadeObjects made) {
		return made.reachable(operand) & ~operand.parameters();
	}

	/**
	 * Whether a function is asked for what a stream's elements are put into.
	 */
	private static boolean isContainer(MethodInsnNode call, Type argument) {
		return argument.equals(SUPPLIER) && call.owner.startsWith("java/util/stream/") && !call.name.equals("generate");
	}

	private static Written unseen(List<Origin> operands, MadeObjects made) {
		long reachable = operands.stream().mapToLong(made::reachable).reduce(0, (first, second) -> first | second);
		return new Written(reachable, 0, 0, reachable);
	}

	/**
	 * What the JDK makes an object do: it may call all methods that it knows, and give
	 * them anything.
	 */
	private Written ofCallbacks(String type, Origin receiver, MadeObjects made) {
		Written written = Written.NOTHING;
		for (DeclaredMethod declared : this.callbacks.of(type)) {
			MethodNode method = declared.method();
			List<Origin> operands = new ArrayList<>();
			operands.add(receiver);
			operands.addAll(Collections.nCopies(Type.getArgumentCount(method.desc), GIVEN));
			boolean exact = receiver.isFresh() || Callbacks.isOrder(declared.type().name);
			written = written.and(exact ? ofExact(type, method, operands, made)
					: ofImplementations(type, method.name, method.desc, operands, made));
		}
		return written;
	}

	private Written ofExact(String type, MethodNode method, List<Origin> operands, MadeObjects made) {
		DeclaredMethod own = this.callbacks.own(type, method.name, method.desc);
		return (own != null) ? inside(this.methods.of(own), operands, false, made) : Written.NOTHING;
	}

	/**
	 * What a method does that may be any implementation of the program, or a lambda.
	 */
	private Written ofImplementations(String type, String name, String descriptor, List<Origin> operands,
			MadeObjects made) {
		List<DeclaredMethod> implementations = this.callbacks.implementations(type, name, descriptor);
		if (implementations.size() > CalledMethods.MANY) {
			return this.callbacks.isLibrary(type) ? Written.NOTHING : unseen(operands, made);
		}
		Written written = ofFunctions(new MethodInsnNode(Opcodes.INVOKEINTERFACE, type, name, descriptor, true),
				operands, made);
		for (DeclaredMethod method : implementations) {
			written = written.and(inside(this.methods.of(method), operands, false, made));
		}
		return written;
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
	private Written ofFunctions(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
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
