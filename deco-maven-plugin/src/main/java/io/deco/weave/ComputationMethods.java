package io.deco.weave;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.Computation;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the synthetic methods of computations: one computes or defers, another computes
 * later.
 */
final class ComputationMethods {

	private static final String PARAMETERS = "II";

	private final SyntheticMethods methods;

	ComputationMethods(SyntheticMethods methods) {
		this.methods = methods;
	}

	/**
	 * The call of the method that computes something or defers it: takes the operands and
	 * the scope, and leaves an object.
	 */
	MethodInsnNode computation(MethodPlan.LaterComputation later) {
		Computation computation = later.computation();
		List<Type> parameters = new ArrayList<>();
		later.operands().forEach((operand) -> parameters.add(SyntheticMethods.arriving(operand)));
		parameters.add(Code.SCOPE_TYPE);
		int[] slots = Code.slots(parameters);
		Code code = Code.line(computation.line());
		code.load(Code.SCOPE_TYPE, slots[parameters.size() - 1]);
		code.site("computation", PARAMETERS, writeComputation(later), computation.site(),
				computation.immutable() ? 1 : 0);
		code.array(parameters.subList(0, parameters.size() - 1), slots, 0);
		code.runtime("compute", "($Lio/deco/runtime/ComputationSite;[Ljava/lang/Object;)Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return this.methods.add("compute", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)),
				code.list());
	}

	private Handle writeComputation(MethodPlan.LaterComputation later) {
		Code code = Code.line(later.computation().line());
		for (int i = 0; i < later.operands().size(); i++) {
			code.load(Code.ARGUMENTS, 0).number(i).insn(Opcodes.AALOAD).unbox(later.operands().get(i).type());
		}
		code.list().add(later.computation().insn().clone(null));
		code.box(later.computation().result()).insn(Opcodes.ARETURN);
		return this.methods
			.handle(this.methods.add("operate", Type.getMethodDescriptor(Types.OBJECT, Code.ARGUMENTS), code.list()));
	}

}
