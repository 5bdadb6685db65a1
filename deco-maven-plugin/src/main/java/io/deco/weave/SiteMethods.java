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

import io.deco.analysis.Computation;
import io.deco.analysis.Fork;
import io.deco.analysis.MethodPlan;
import io.deco.analysis.Store;
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
			+ "Ljava/lang/String;Ljava/lang/String;IJI)Ljava/lang/invoke/CallSite;";

	private static final String WRITE_BOOTSTRAP = BOOTSTRAP + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
			+ "Ljava/lang/String;I)Ljava/lang/invoke/CallSite;";

	private static final String STORE_BOOTSTRAP = BOOTSTRAP
			+ "ILjava/lang/String;ILjava/lang/String;Ljava/lang/String;I)Ljava/lang/invoke/CallSite;";

	private static final String COMPUTATION_BOOTSTRAP = BOOTSTRAP + "II)Ljava/lang/invoke/CallSite;";

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
					this.file, fork.line(), fork.modified(), fork.modifiesParts() ? 1 : 0));
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
	MethodInsnNode write(MethodPlan plan, AbstractInsnNode access, MethodPlan.Write write) {
		boolean isStatic = access.getOpcode() == Opcodes.PUTSTATIC;
		Type result = (access instanceof MethodInsnNode call) ? Type.getReturnType(call.desc) : Type.VOID_TYPE;
		Handle setter = writeSetter(access, write, isStatic);
		Code code = line(write.line());
		int value = (isStatic) ? 0 : 1;
		code.load(Code.SCOPE_TYPE, value + 1);
		code.list()
			.add(new InvokeDynamicInsnNode("writeSite", "()Lio/deco/runtime/WriteSite;",
					new Handle(Opcodes.H_INVOKESTATIC, Code.CALLS, "writeSite", WRITE_BOOTSTRAP, false), setter,
					write.owner().replace('/', '.'), write.field(), caller(plan), this.file, write.line()));
		if (isStatic) {
			code.insn(Opcodes.ACONST_NULL);
		}
		else {
			code.load(Types.OBJECT, 0);
		}
		code.load(Types.OBJECT, value)
			.runtime("write", "($Lio/deco/runtime/WriteSite;Ljava/lang/Object;Ljava/lang/Object;)V");
		if (result.getSort() == Type.VOID) {
			code.insn(Opcodes.RETURN);
		}
		else {
			code.load(Types.OBJECT, 0).cast(result).insn(Opcodes.ARETURN);
		}
		String target = (isStatic) ? "" : "L" + owner(access) + ";";
		return write("write", "(" + target + "Ljava/lang/Object;" + Code.SCOPE_TYPE.getDescriptor() + ")" + result,
				code.list());
	}

	private static String owner(AbstractInsnNode access) {
		return (access instanceof MethodInsnNode call) ? call.owner : ((FieldInsnNode) access).owner;
	}

	private Handle writeSetter(AbstractInsnNode access, MethodPlan.Write write, boolean isStatic) {
		Code code = line(write.line());
		if (!isStatic) {
			code.load(Types.OBJECT, 0).cast(Type.getObjectType(owner(access)));
		}
		if (access instanceof MethodInsnNode call) {
			code.load(Types.OBJECT, 1).unbox(Type.getArgumentTypes(call.desc)[0]);
			code.list().add(access.clone(null));
			if (Type.getReturnType(call.desc).getSort() != Type.VOID) {
				code.insn(Opcodes.POP);
			}
		}
		else {
			code.load(Types.OBJECT, 1).unbox(Type.getType(((FieldInsnNode) access).desc));
			code.list().add(access.clone(null));
		}
		code.insn(Opcodes.RETURN);
		return handle(write("set", Type.getMethodDescriptor(Type.VOID_TYPE, Types.OBJECT, Types.OBJECT), code.list()));
	}

	/**
	 * The call of the method that makes a store or defers it: takes the operands and the
	 * scope, and leaves what the store would, unless that is discarded.
	 */
	MethodInsnNode store(MethodPlan plan, MethodPlan.LaterStore later) {
		Store store = later.store();
		List<MethodPlan.Operand> operands = later.operands();
		boolean call = store.insn() instanceof MethodInsnNode;
		String owner = (call) ? ((MethodInsnNode) store.insn()).owner : "java/lang/Object";
		List<Type> parameters = new ArrayList<>(List.of(Type.getObjectType(owner)));
		operands.subList(1, operands.size()).forEach((operand) -> parameters.add(arriving(operand)));
		parameters.add(Code.SCOPE_TYPE);
		int[] slots = slots(parameters);
		Code code = line(store.line());
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		String operation = (call) ? owner.replace('/', '.') + "." + ((MethodInsnNode) store.insn()).name : "[]";
		code.list()
			.add(new InvokeDynamicInsnNode("storeSite", "()Lio/deco/runtime/StoreSite;",
					new Handle(Opcodes.H_INVOKESTATIC, Code.CALLS, "storeSite", STORE_BOOTSTRAP, false),
					writeStore(store, operands), store.site(), operation, store.plainKeys() ? 1 : 0, caller(plan),
					this.file, store.line()));
		code.load(Types.OBJECT, 0);
		packArguments(code, parameters.subList(1, parameters.size() - 1), slots, 1);
		code.runtime((store.inserts()) ? "insert" : "store",
				"($Lio/deco/runtime/StoreSite;Ljava/lang/Object;[Ljava/lang/Object;)"
						+ ((store.inserts()) ? "Ljava/lang/Object;" : "V"));
		Type result = (store.returnsTarget()) ? Type.getObjectType(owner)
				: (store.inserts()) ? Types.OBJECT : Type.VOID_TYPE;
		if (store.inserts()) {
			code.insn(Opcodes.ARETURN);
		}
		else if (store.returnsTarget()) {
			code.load(Types.OBJECT, 0).insn(Opcodes.ARETURN);
		}
		else {
			code.insn(Opcodes.RETURN);
		}
		return write("store", Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)), code.list());
	}

	private static Type arriving(MethodPlan.Operand operand) {
		return (operand.carried() || !Types.isPrimitive(operand.type())) ? Types.OBJECT : operand.type();
	}

	private Handle writeStore(Store store, List<MethodPlan.Operand> operands) {
		Code code = line(store.line()).load(Types.OBJECT, 0);
		Type[] types;
		if (store.insn() instanceof MethodInsnNode call) {
			code.cast(Type.getObjectType(call.owner));
			types = Type.getArgumentTypes(call.desc);
		}
		else {
			boolean references = store.insn().getOpcode() == Opcodes.AASTORE;
			code.cast((references) ? ARGUMENTS : operands.get(0).type());
			types = new Type[] { Type.INT_TYPE, (references) ? Types.OBJECT : operands.get(2).type() };
		}
		for (int i = 0; i < types.length; i++) {
			code.load(ARGUMENTS, 1).number(i).insn(Opcodes.AALOAD).unbox(types[i]);
		}
		code.list().add(store.insn().clone(null));
		if (store.discard() != null || store.returnsTarget() || store.inserts()) {
			code.insn(Opcodes.POP);
		}
		code.insn(Opcodes.RETURN);
		return handle(write("put", Type.getMethodDescriptor(Type.VOID_TYPE, Types.OBJECT, ARGUMENTS), code.list()));
	}

	/**
	 * The call of the method that computes something or defers it: takes the operands and
	 * the scope, and leaves an object.
	 */
	MethodInsnNode computation(MethodPlan.LaterComputation later) {
		Computation computation = later.computation();
		List<Type> parameters = new ArrayList<>();
		later.operands().forEach((operand) -> parameters.add(arriving(operand)));
		parameters.add(Code.SCOPE_TYPE);
		int[] slots = slots(parameters);
		Code code = line(computation.line());
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		code.list()
			.add(new InvokeDynamicInsnNode("computationSite", "()Lio/deco/runtime/ComputationSite;",
					new Handle(Opcodes.H_INVOKESTATIC, Code.CALLS, "computationSite", COMPUTATION_BOOTSTRAP, false),
					writeComputation(later), computation.site(), computation.immutable() ? 1 : 0));
		packArguments(code, parameters.subList(0, parameters.size() - 1), slots, 0);
		code.runtime("compute", "($Lio/deco/runtime/ComputationSite;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return write("compute", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)), code.list());
	}

	private Handle writeComputation(MethodPlan.LaterComputation later) {
		Code code = line(later.computation().line());
		for (int i = 0; i < later.operands().size(); i++) {
			code.load(ARGUMENTS, 0).number(i).insn(Opcodes.AALOAD).unbox(later.operands().get(i).type());
		}
		code.list().add(later.computation().insn().clone(null));
		code.box(later.computation().result()).insn(Opcodes.ARETURN);
		return handle(write("operate", Type.getMethodDescriptor(Types.OBJECT, ARGUMENTS), code.list()));
	}

	static Code line(int line) {
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
