package io.deco.analysis.streams;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.Step;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a function makes of one element: it computes arguments, makes a concurrent call
 * and returns its result, or returns without one.
 *
 * @param method the code, as a static method that takes what the function captures, and
 * the element last
 * @param calls the concurrent calls, each of which ends the method
 * @param receivers the objects on which the calls are made, as far as they are the same
 * for all elements
 * @param reviewed the instructions that are free of effects if all their operands with
 * the given numbers are of reviewed classes
 * @param readsAnyClass whether one of these may get an object of another class, as far as
 * the class path tells
 * @param returns all instructions that return; those after a call are not reached when it
 * is made ahead
 */
public record ElementCode(MethodNode method, List<Fork> calls, List<Receiver> receivers,
		Map<AbstractInsnNode, List<Step.Operand>> reviewed, boolean readsAnyClass, Set<AbstractInsnNode> returns) {

	/**
	 * Says why it may turn out only at an element that something must be done in its
	 * turn; {@code null} if it is known before.
	 */
	@Nullable String mayWait() {
		if (this.readsAnyClass) {
			return "what is read for an element may be of any class, and the calls before would be made ahead of it";
		}
		return (this.receivers.size() == this.calls.size()) ? null
				: "what is called for an element may be of any class, and the calls before would be made ahead of it";
	}

}
