package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.ForkSelection;

/**
 * Finds the jumps that close loops that can be run through without starting a call.
 * Sequential code may never come to such a loop, if a call before it fails; so one that
 * runs for long has to look.
 */
final class Loops {

	private final MethodFlow flow;

	private final BitSet forks = new BitSet();

	private final BitSet ends = new BitSet();

	Loops(MethodFlow flow, ForkSelection forks) {
		this.flow = flow;
		forks.all().forEach((fork) -> this.forks.set(fork.site()));
		for (int i = 0; i < flow.size(); i++) {
			int jump = i;
			if (flow.successors(i).stream().anyMatch((next) -> next <= jump && comesWithoutCall(next, jump))) {
				this.ends.set(jump);
			}
		}
	}

	private boolean comesWithoutCall(int start, int jump) {
		BitSet seen = (BitSet) this.forks.clone();
		Deque<Integer> open = new ArrayDeque<>(List.of(start));
		while (!open.isEmpty() && !seen.get(jump)) {
			int at = open.pop();
			if (!seen.get(at)) {
				seen.set(at);
				this.flow.successors(at).stream().forEach(open::push);
				this.flow.handlers(at).stream().forEach(open::push);
			}
		}
		return seen.get(jump);
	}

	boolean isEnd(int position) {
		return this.ends.get(position);
	}

}
