package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.ForkSelection.Obstacle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Knows by its form what Kotlin's compiler makes of functions that are not simply
 * methods.
 * <p>
 * A {@code suspend} function takes a continuation and may return a mark long before it
 * has ended, and is called again to go on. A call that leaves out arguments goes to a
 * static method {@code f$default}, which takes them from a default and calls {@code f}.
 */
public final class KotlinFunctions {

	static final Obstacle SUSPENDS = new Obstacle("a suspend function may return before it has ended",
			"make it an ordinary function");

	static final Obstacle DEFAULTS = new Obstacle(
			"default arguments are filled in by a method that the compiler made, which makes the call",
			"pass all arguments");

	private static final Type CONTINUATION = Type.getObjectType("kotlin/coroutines/Continuation");

	private static final String DEFAULT = "$default";

	private KotlinFunctions() {
	}

	/**
	 * Whether a method of this type is a suspend function.
	 */
	public static boolean suspends(String descriptor) {
		Type[] arguments = Type.getArgumentTypes(descriptor);
		return arguments.length > 0 && arguments[arguments.length - 1].equals(CONTINUATION);
	}

	/**
	 * Whether a method has the code of a suspend function or lambda.
	 */
	public static boolean suspends(MethodNode method) {
		return suspends(method.desc) || (method.name.equals("invokeSuspend")
				&& method.desc.equals("(Ljava/lang/Object;)Ljava/lang/Object;"));
	}

	/**
	 * The functions that a call with default arguments may be meant for; empty if it is
	 * no such call.
	 */
	static List<Function> calledWithDefaults(MethodInsnNode call) {
		Type[] arguments = Type.getArgumentTypes(call.desc);
		List<Function> functions = new ArrayList<>();
		int last = arguments.length - 2;
		if (call.getOpcode() == Opcodes.INVOKESTATIC && call.name.endsWith(DEFAULT) && last >= 0
				&& arguments[last + 1].equals(Types.OBJECT)) {
			// A mask has bits for 32 arguments
			for (int end = last; end >= 0 && arguments[end].equals(Type.INT_TYPE); end--) {
				functions.add(function(call, call.owner, arguments, 0, end));
				if (end > 0 && arguments[0].getSort() == Type.OBJECT) {
					functions.add(function(call, arguments[0].getInternalName(), arguments, 1, end));
				}
			}
		}
		return functions;
	}

	private static Function function(MethodInsnNode call, String owner, Type[] arguments, int from, int to) {
		Type[] own = List.of(arguments).subList(from, to).toArray(Type[]::new);
		return new Function(owner, call.name.substring(0, call.name.length() - DEFAULT.length()),
				Type.getMethodDescriptor(Type.getReturnType(call.desc), own));
	}

	/**
	 * A method by its name.
	 */
	record Function(String owner, String name, String descriptor) {
	}

}
