package io.deco.analysis.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.Fork;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Where the object on which a function makes a call comes from, if it is the same for all
 * elements: what the function captures, or a field of it.
 *
 * @param call the call
 * @param local the parameter that holds what is captured, -1 if there is none
 * @param fields the fields that are read one after the other
 */
public record Receiver(Fork call, int local, List<FieldInsnNode> fields) {

	/**
	 * Finds the receiver of a call.
	 * @param captured how many of the first local variables hold what is captured
	 * @return {@code null} if it may depend on the element
	 */
	static @Nullable Receiver of(MethodFlow flow, Fork call, int captured) {
		List<FieldInsnNode> fields = new ArrayList<>();
		if (!call.hasReceiver()) {
			return new Receiver(call, -1, fields);
		}
		FlowValue value = flow.operand(call.site(), 0);
		while (true) {
			Set<Integer> origins = flow.origins(value);
			int origin = origins.iterator().next();
			if (origins.size() > 1 || origin >= FlowValue.HANDLER) {
				return null;
			}
			if (FlowValue.isParameter(origin)) {
				int local = FlowValue.parameterLocal(origin);
				return (local < captured) ? new Receiver(call, local, fields) : null;
			}
			AbstractInsnNode insn = flow.instruction(origin);
			if (!(insn instanceof FieldInsnNode field)) {
				return null;
			}
			fields.add(0, field);
			if (field.getOpcode() == Opcodes.GETSTATIC) {
				return new Receiver(call, -1, fields);
			}
			value = flow.operand(origin, 0);
		}
	}

}
