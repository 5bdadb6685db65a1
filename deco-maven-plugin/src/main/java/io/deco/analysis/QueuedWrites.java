package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntPredicate;

import io.deco.analysis.flow.MethodFlow;

/**
 * Finds the instructions before which a write to a field may still be queued: those that
 * control can reach from one without waiting for everything.
 */
final class QueuedWrites {

	private final BitSet after = new BitSet();

	/**
	 * @param writes the positions of the writes that may be queued
	 * @param barrier whether an instruction waits for everything
	 */
	QueuedWrites(MethodFlow flow, BitSet writes, IntPredicate barrier) {
		Deque<Integer> open = new ArrayDeque<>();
		writes.stream().forEach(open::push);
		while (!open.isEmpty()) {
			int at = open.pop();
			BitSet next = (BitSet) flow.successors(at).clone();
			next.or(flow.handlers(at));
			next.andNot(this.after);
			this.after.or(next);
			next.stream().filter((position) -> !barrier.test(position)).forEach(open::push);
		}
	}

	boolean mayComeBefore(int position) {
		return this.after.get(position);
	}

}
