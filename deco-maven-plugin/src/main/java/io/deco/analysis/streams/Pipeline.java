package io.deco.analysis.streams;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A stream pipeline, or a {@code forEach} of a collection, that makes concurrent calls
 * ahead of the element that it has come to.
 *
 * @param source the call that makes the stream, {@code null} for a loop over a collection
 * @param reviewed whether the receiver of that call has to be of a reviewed class
 * @param stages the calls whose functions make concurrent calls, in their order
 * @param end the call that ends the pipeline; for a loop, it may be a stage itself
 */
public record Pipeline(@Nullable MethodInsnNode source, boolean reviewed, List<Stage> stages, MethodInsnNode end) {

	/**
	 * A call of a stream whose function makes concurrent calls.
	 *
	 * @param call the call
	 * @param function the instruction that makes the function; directly before the call,
	 * unless that takes the elements themselves
	 * @param code what the function does for an element
	 * @param keepsElements whether the call takes the elements themselves, and the
	 * results of the function with them, as a filter does
	 */
	public record Stage(MethodInsnNode call, InvokeDynamicInsnNode function, ElementCode code, boolean keepsElements) {
	}

}
