package io.deco.analysis.forks;

import java.util.List;

import io.deco.analysis.flow.MethodFlow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A concurrent call that starts a task.
 *
 * @param site its position among the instructions, which numbers it among the sites of
 * the method
 * @param call the call
 * @param receiver the internal name of the class that the receiver is seen as
 * @param folded the casts and conversions right after it, which become part of the call
 * so that they fail in program order
 * @param result the type of the result after these
 * @param modified a bit for each argument that the call may modify
 * @param modifiesParts whether the call modifies something that is only reached through
 * an argument
 * @param mayBeView whether the result may be a collection of the program, which may show
 * what another one holds
 * @param unmarked a bit for each argument that the method modifies and does not mark
 * @param line the source line, 0 if unknown
 */
public record Fork(int site, MethodInsnNode call, String receiver, List<AbstractInsnNode> folded, Type result,
		long modified, boolean modifiesParts, boolean mayBeView, long unmarked, int line) {

	/**
	 * Whether the call has a receiver.
	 * @return {@code true} unless it is static
	 */
	public boolean hasReceiver() {
		return this.call.getOpcode() != Opcodes.INVOKESTATIC;
	}

	/**
	 * The position of the instruction that leaves the result on the stack.
	 * @return the position of the call, or of the last conversion
	 */
	public int producer(MethodFlow flow) {
		return (this.folded.isEmpty()) ? this.site : flow.position(this.folded.get(this.folded.size() - 1));
	}

	/**
	 * Whether the call may modify anything that its caller holds.
	 */
	public boolean modifies() {
		return this.modified != 0 || this.modifiesParts;
	}

	/**
	 * What remarks call the call.
	 */
	public String subject() {
		return CallNames.name(this.call);
	}

}
