package io.deco.analysis.streams;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The calls that a pipeline is made of, each on the stream that the one before made.
 */
final class StreamChain {

	private final MethodFlow flow;

	private final Deque<Integer> positions;

	private StreamChain(MethodFlow flow, Deque<Integer> positions) {
		this.flow = flow;
		this.positions = positions;
	}

	/**
	 * Finds the calls that end with one, from the first that is known.
	 */
	static StreamChain to(int end, MethodFlow flow, StreamCalls streams) {
		Deque<Integer> chain = new ArrayDeque<>(List.of(end));
		int at = end;
		while (at >= 0 && !streams.isCollectionLoop((MethodInsnNode) flow.instruction(at))
				&& Operands.count(flow.instruction(at)) > 0) {
			AbstractInsnNode before = madeBy(flow, flow.operand(at, 0));
			if (!(before instanceof MethodInsnNode call) || !StreamCalls.returnsStream(call)) {
				break;
			}
			at = flow.position(before);
			chain.addFirst(at);
			if (!StreamCalls.isStream(call) || streams.isSource(call)) {
				break;
			}
		}
		return new StreamChain(flow, chain);
	}

	/**
	 * The instruction that made a stream, which may have been kept in a variable.
	 */
	private static @Nullable AbstractInsnNode madeBy(MethodFlow flow, FlowValue stream) {
		Set<Integer> origins = flow.origins(stream);
		int origin = (origins.size() == 1) ? origins.iterator().next() : -1;
		return (origin >= 0 && origin < FlowValue.HANDLER) ? flow.instruction(origin) : null;
	}

	/**
	 * The positions of the calls.
	 */
	Collection<Integer> positions() {
		return this.positions;
	}

	/**
	 * The position of the first call that is known.
	 */
	int first() {
		return this.positions.getFirst();
	}

	/**
	 * Whether a stream is duplicated, or moved on the stack.
	 */
	boolean isMoved() {
		for (int i = this.positions.getFirst(); i < this.positions.getLast(); i++) {
			if (!this.flow.isReachable(i) || this.flow.successors(i).cardinality() != 1
					|| !this.flow.successors(i).get(i + 1)) {
				return true;
			}
			if (Operands.isStackMove(this.flow.instruction(i)) && movesStream(i)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether anything but the next call of the chain takes one of its streams.
	 */
	boolean isUsedElsewhere() {
		Map<Integer, Integer> next = new HashMap<>();
		Integer before = null;
		for (int position : this.positions) {
			if (before != null) {
				next.put(before, position);
			}
			before = position;
		}
		for (int i = 0; i < this.flow.size(); i++) {
			if (!next.isEmpty() && this.flow.isReachable(i) && takesOther(i, next)) {
				return true;
			}
		}
		return false;
	}

	private boolean takesOther(int position, Map<Integer, Integer> next) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn) && !Operands.isStore(insn); operand++) {
			for (int origin : this.flow.origins(this.flow.operand(position, operand))) {
				Integer taker = next.get(origin);
				if (taker != null && (taker != position || operand != 0)) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean movesStream(int position) {
		var frame = this.flow.frame(position);
		boolean single = this.flow.instruction(position).getOpcode() == Opcodes.DUP
				|| this.flow.instruction(position).getOpcode() == Opcodes.POP;
		for (int depth = 1; depth <= Math.min((single) ? 1 : 4, frame.getStackSize()); depth++) {
			if (frame.getStack(frame.getStackSize() - depth).sources().stream().anyMatch(this.positions::contains)) {
				return true;
			}
		}
		return false;
	}

}
