package io.deco.weave;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.Store;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the synthetic methods of stores to arrays and collections: one makes the store
 * or defers it, another makes it later.
 */
final class StoreMethods {

	private static final String PARAMETERS = "ILjava/lang/String;ILjava/lang/String;Ljava/lang/String;I";

	private final SyntheticMethods methods;

	StoreMethods(SyntheticMethods methods) {
		this.methods = methods;
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
		operands.subList(1, operands.size()).forEach((operand) -> parameters.add(SyntheticMethods.arriving(operand)));
		parameters.add(Code.SCOPE_TYPE);
		int[] slots = Code.slots(parameters);
		Code code = Code.line(store.line());
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		String operation = (call) ? owner.replace('/', '.') + "." + ((MethodInsnNode) store.insn()).name : "[]";
		code.site("store", PARAMETERS, writeStore(store, operands), store.site(), operation, store.plainKeys() ? 1 : 0,
				this.methods.caller(plan.method()), this.methods.file(), store.line());
		code.load(Types.OBJECT, 0);
		code.array(parameters.subList(1, parameters.size() - 1), slots, 1);
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
		return this.methods.add("store", Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)),
				code.list());
	}

	private Handle writeStore(Store store, List<MethodPlan.Operand> operands) {
		Code code = Code.line(store.line()).load(Types.OBJECT, 0);
		Type[] types;
		if (store.insn() instanceof MethodInsnNode call) {
			code.cast(Type.getObjectType(call.owner));
			types = Type.getArgumentTypes(call.desc);
		}
		else {
			boolean references = store.insn().getOpcode() == Opcodes.AASTORE;
			code.cast((references) ? Code.ARGUMENTS : operands.get(0).type());
			types = new Type[] { Type.INT_TYPE, (references) ? Types.OBJECT : operands.get(2).type() };
		}
		for (int i = 0; i < types.length; i++) {
			code.load(Code.ARGUMENTS, 1).number(i).insn(Opcodes.AALOAD).unbox(types[i]);
		}
		code.list().add(store.insn().clone(null));
		if (store.discard() != null || store.returnsTarget() || store.inserts()) {
			code.insn(Opcodes.POP);
		}
		code.insn(Opcodes.RETURN);
		return this.methods.handle(this.methods.add("put",
				Type.getMethodDescriptor(Type.VOID_TYPE, Types.OBJECT, Code.ARGUMENTS), code.list()));
	}

}
