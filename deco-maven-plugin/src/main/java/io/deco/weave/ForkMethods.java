package io.deco.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.Fork;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the synthetic methods of forks: one takes what is on the stack and starts the
 * task, another makes the call.
 */
final class ForkMethods {

	private static final String PARAMETERS = "ILjava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
			+ "Ljava/lang/String;IJI";

	private final SyntheticMethods methods;

	ForkMethods(SyntheticMethods methods) {
		this.methods = methods;
	}

	/**
	 * The call of the method that starts the task of a fork: takes the operands of the
	 * fork and the scope, and leaves an object.
	 */
	MethodInsnNode fork(MethodPlan plan, Fork fork, BitSet pending) {
		Handle call = writeCall(fork);
		List<Type> parameters = new ArrayList<>();
		if (fork.hasReceiver()) {
			parameters.add(Type.getObjectType(fork.receiver()));
		}
		Type[] arguments = Type.getArgumentTypes(fork.call().desc);
		for (int i = 0; i < arguments.length; i++) {
			parameters.add((pending.get(i)) ? Types.OBJECT : arguments[i]);
		}
		parameters.add(Code.SCOPE_TYPE);
		Code code = Code.line(fork.line());
		int[] slots = Code.slots(parameters);
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		pushCall(code, fork, call, this.methods.caller(plan.method()), parameters.subList(0, parameters.size() - 1));
		code.runtime("fork", "($Lio/deco/runtime/ForkSite;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return this.methods.add("fork", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)),
				code.list());
	}

	/**
	 * The call of the method that prepares the call of a pipeline: takes its operands,
	 * and leaves an object.
	 */
	MethodInsnNode prepare(String caller, Fork fork) {
		Handle call = writeCall(fork);
		List<Type> parameters = new ArrayList<>();
		if (fork.hasReceiver()) {
			parameters.add(Type.getObjectType(fork.receiver()));
		}
		parameters.addAll(List.of(Type.getArgumentTypes(fork.call().desc)));
		Code code = Code.line(fork.line());
		pushCall(code, fork, call, caller, parameters);
		code.runtime("prepare", "(Lio/deco/runtime/ForkSite;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return this.methods.add("prepare", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)),
				code.list());
	}

	private void pushCall(Code code, Fork fork, Handle call, String caller, List<Type> parameters) {
		code.site("fork", PARAMETERS, call, fork.site(), fork.call().owner.replace('/', '.'), fork.call().name,
				fork.call().desc, caller, this.methods.file(), fork.line(), fork.modified(),
				(fork.modifiesParts() ? 1 : 0) | (fork.mayBeView() ? 2 : 0));
		int first = (fork.hasReceiver()) ? 1 : 0;
		if (fork.hasReceiver()) {
			code.load(Types.OBJECT, 0);
		}
		else {
			code.insn(Opcodes.ACONST_NULL);
		}
		code.array(parameters.subList(first, parameters.size()), Code.slots(parameters), first);
	}

	private Handle writeCall(Fork fork) {
		Code code = Code.line(fork.line());
		if (fork.hasReceiver()) {
			code.load(Types.OBJECT, 0).cast(Type.getObjectType(fork.receiver()));
		}
		Type[] arguments = Type.getArgumentTypes(fork.call().desc);
		for (int i = 0; i < arguments.length; i++) {
			code.load(Code.ARGUMENTS, 1).number(i).insn(Opcodes.AALOAD).unbox(arguments[i]);
		}
		code.list().add(fork.call().clone(null));
		for (AbstractInsnNode conversion : fork.folded()) {
			code.list().add(conversion.clone(null));
		}
		if (fork.result().getSort() == Type.VOID) {
			code.insn(Opcodes.ACONST_NULL);
		}
		else {
			code.box(fork.result());
		}
		code.insn(Opcodes.ARETURN);
		return this.methods.handle(this.methods.add("call",
				Type.getMethodDescriptor(Types.OBJECT, Types.OBJECT, Code.ARGUMENTS), code.list()));
	}

}
