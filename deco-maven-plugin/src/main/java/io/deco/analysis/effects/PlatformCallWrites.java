package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.ArgumentWrites.Written;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells what calls of methods of the JDK modify: by what these are known to do, and by
 * the code of the program that they may run.
 */
final class PlatformCallWrites {

	private static final Type OBJECT = Type.getObjectType("java/lang/Object");

	private static final Type SUPPLIER = Type.getObjectType("java/util/function/Supplier");

	private final ClassIndex index;

	private final CallWrites calls;

	private final CalledMethods methods;

	private final Callbacks callbacks;

	PlatformCallWrites(ClassIndex index, CallWrites calls, CalledMethods methods) {
		this.index = index;
		this.calls = calls;
		this.methods = methods;
		this.callbacks = new Callbacks(index);
	}

	Written of(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
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
			return own ? Written.NOTHING : CallWrites.unseen(operands, made);
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
			return CallWrites.unseen(operands, made);
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

	/**
	 * What the JDK makes an object do: it may call all methods that it knows, and give
	 * them anything.
	 */
	Written ofCallbacks(String type, Origin receiver, MadeObjects made) {
		Written written = Written.NOTHING;
		for (DeclaredMethod declared : this.callbacks.of(type)) {
			MethodNode method = declared.method();
			List<Origin> operands = new ArrayList<>();
			operands.add(receiver);
			operands.addAll(Collections.nCopies(Type.getArgumentCount(method.desc), CallWrites.GIVEN));
			boolean exact = receiver.isFresh() || Callbacks.isOrder(declared.type().name);
			written = written.and(exact ? ofExact(type, method, operands, made)
					: ofImplementations(type, method.name, method.desc, operands, made));
		}
		return written;
	}

	private Written ofExact(String type, MethodNode method, List<Origin> operands, MadeObjects made) {
		DeclaredMethod own = this.callbacks.own(type, method.name, method.desc);
		return (own != null) ? CallWrites.inside(this.methods.of(own), operands, false, made) : Written.NOTHING;
	}

	/**
	 * What a method does that may be any implementation of the program, or a lambda.
	 */
	private Written ofImplementations(String type, String name, String descriptor, List<Origin> operands,
			MadeObjects made) {
		List<DeclaredMethod> implementations = this.callbacks.implementations(type, name, descriptor);
		if (implementations.size() > CalledMethods.MANY) {
			return this.callbacks.isLibrary(type) ? Written.NOTHING : CallWrites.unseen(operands, made);
		}
		Written written = this.calls
			.ofFunctions(new MethodInsnNode(Opcodes.INVOKEINTERFACE, type, name, descriptor, true), operands, made);
		for (DeclaredMethod method : implementations) {
			written = written.and(CallWrites.inside(this.methods.of(method), operands, false, made));
		}
		return written;
	}

}
