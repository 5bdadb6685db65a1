package io.deco.weave;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

import io.deco.analysis.Fork;
import io.deco.analysis.MethodPlan;
import io.deco.analysis.Types;

/**
 * Writes the synthetic methods that a class needs for its sites: for a fork, one that
 * takes what is on the stack and starts the task, and one that makes the call; for a
 * write, one that defers it and one that makes it. A woven method so grows by little more
 * than one call a site, and keeps nothing of its stack in local variables.
 */
final class SiteMethods {

	private static final String BOOTSTRAP = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
			+ "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;";

	private static final String FORK_BOOTSTRAP = BOOTSTRAP + "ILjava/lang/String;Ljava/lang/String;Ljava/lang/String;"
			+ "Ljava/lang/String;Ljava/lang/String;IJ)Ljava/lang/invoke/CallSite;";

	private static final String WRITE_BOOTSTRAP = BOOTSTRAP + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
			+ "Ljava/lang/String;I)Ljava/lang/invoke/CallSite;";

	private static final Type ARGUMENTS = Type.getType(Object[].class);

	private final ClassNode type;

	private final String file;

	private final List<MethodNode> methods = new ArrayList<>();

	SiteMethods(ClassNode type) {
		this.type = type;
		this.file = (type.sourceFile != null) ? type.sourceFile : "";
	}

	List<MethodNode> methods() {
		return this.methods;
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
		Code code = line(fork.line());
		int[] slots = slots(parameters);
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		pushCall(code, fork, call, caller(plan), parameters.subList(0, parameters.size() - 1));
		code.runtime("fork", "($Lio/deco/runtime/ForkSite;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return write("fork", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)), code.list());
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
		Code code = line(fork.line());
		pushCall(code, fork, call, caller, parameters);
		code.runtime("prepare", "(Lio/deco/runtime/ForkSite;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return write("prepare", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)), code.list());
	}

	private void pushCall(Code code, Fork fork, Handle call, String caller, List<Type> parameters) {
		code.list()
			.add(new InvokeDynamicInsnNode("forkSite", "()Lio/deco/runtime/ForkSite;",
					new Handle(Opcodes.H_INVOKESTATIC, Code.CALLS, "forkSite", FORK_BOOTSTRAP, false), call,
					fork.site(), fork.call().owner.replace('/', '.'), fork.call().name, fork.call().desc, caller,
					this.file, fork.line(), fork.modified()));
		int first = (fork.hasReceiver()) ? 1 : 0;
		if (fork.hasReceiver()) {
			code.load(Types.OBJECT, 0);
		}
		else {
			code.insn(Opcodes.ACONST_NULL);
		}
		packArguments(code, parameters.subList(first, parameters.size()), slots(parameters), first);
	}

	private static void packArguments(Code code, List<Type> types, int[] slots, int first) {
		code.number(types.size());
		code.list().add(new org.objectweb.asm.tree.TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
		for (int i = 0; i < types.size(); i++) {
			code.insn(Opcodes.DUP).number(i).load(types.get(i), slots[first + i]).box(types.get(i));
			code.insn(Opcodes.AASTORE);
		}
	}

	private Handle writeCall(Fork fork) {
		Code code = line(fork.line());
		if (fork.hasReceiver()) {
			code.load(Types.OBJECT, 0).cast(Type.getObjectType(fork.receiver()));
		}
		Type[] arguments = Type.getArgumentTypes(fork.call().desc);
		for (int i = 0; i < arguments.length; i++) {
			code.load(ARGUMENTS, 1).number(i).insn(Opcodes.AALOAD).unbox(arguments[i]);
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
		return handle(write("call", Type.getMethodDescriptor(Types.OBJECT, Types.OBJECT, ARGUMENTS), code.list()));
	}

	/**
	 * The call of the method that defers a write: takes the target, if there is one, the
	 * value as an object, and the scope.
	 */
	MethodInsnNode write(MethodPlan plan, FieldInsnNode access, MethodPlan.Write write) {
		boolean isStatic = access.getOpcode() == Opcodes.PUTSTATIC;
		Handle setter = writeSetter(access, write, isStatic);
		Code code = line(write.line());
		int value = (isStatic) ? 0 : 1;
		code.load(Code.SCOPE_TYPE, value + 1);
		code.list()
			.add(new InvokeDynamicInsnNode("writeSite", "()Lio/deco/runtime/WriteSite;",
					new Handle(Opcodes.H_INVOKESTATIC, Code.CALLS, "writeSite", WRITE_BOOTSTRAP, false), setter,
					write.owner().replace('/', '.'), access.name, caller(plan), this.file, write.line()));
		if (isStatic) {
			code.insn(Opcodes.ACONST_NULL);
		}
		else {
			code.load(Types.OBJECT, 0);
		}
		code.load(Types.OBJECT, value)
			.runtime("write", "($Lio/deco/runtime/WriteSite;Ljava/lang/Object;Ljava/lang/Object;)V")
			.insn(Opcodes.RETURN);
		String target = (isStatic) ? "" : "L" + access.owner + ";";
		return write("write", "(" + target + "Ljava/lang/Object;" + Code.SCOPE_TYPE.getDescriptor() + ")V",
				code.list());
	}

	private Handle writeSetter(FieldInsnNode access, MethodPlan.Write write, boolean isStatic) {
		Code code = line(write.line());
		if (!isStatic) {
			code.load(Types.OBJECT, 0).cast(Type.getObjectType(access.owner));
		}
		code.load(Types.OBJECT, 1).unbox(Type.getType(access.desc));
		code.list().add(access.clone(null));
		code.insn(Opcodes.RETURN);
		return handle(write("set", Type.getMethodDescriptor(Type.VOID_TYPE, Types.OBJECT, Types.OBJECT), code.list()));
	}

	private static Code line(int line) {
		Code code = new Code();
		if (line > 0) {
			LabelNode start = new LabelNode();
			code.list().add(start);
			code.list().add(new LineNumberNode(line, start));
		}
		return code;
	}

	static int[] slots(List<Type> parameters) {
		int[] slots = new int[parameters.size()];
		int next = 0;
		for (int i = 0; i < slots.length; i++) {
			slots[i] = next;
			next += parameters.get(i).getSize();
		}
		return slots;
	}

	private String caller(MethodPlan plan) {
		return this.type.name.replace('/', '.') + "." + plan.method().name;
	}

	private boolean isInterface() {
		return (this.type.access & Opcodes.ACC_INTERFACE) != 0;
	}

	MethodInsnNode write(String kind, String descriptor, InsnList instructions) {
		return write(kind, descriptor, instructions, List.of(), List.of());
	}

	MethodInsnNode write(String kind, String descriptor, InsnList instructions, List<TryCatchBlockNode> handlers,
			List<LocalVariableNode> variables) {
		String name = "deco$" + kind + "$" + this.methods.size();
		MethodNode method = new MethodNode(Opcodes.ASM9,
				Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
		method.instructions.add(instructions);
		method.tryCatchBlocks.addAll(handlers);
		method.localVariables = new ArrayList<>(variables);
		this.methods.add(method);
		return new MethodInsnNode(Opcodes.INVOKESTATIC, this.type.name, name, descriptor, isInterface());
	}

	Handle handle(MethodInsnNode method) {
		return new Handle(Opcodes.H_INVOKESTATIC, method.owner, method.name, method.desc, isInterface());
	}

}
