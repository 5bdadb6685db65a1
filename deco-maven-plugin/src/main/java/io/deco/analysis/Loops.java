package io.deco.analysis;

import java.util.BitSet;

/**
 * Finds the jumps that close loops in which no call starts. Sequential code may never
 * come to such a loop, if a call before it fails; so one that runs for long has to look.
 */
final class Loops {

	private final BitSet ends = new BitSet();

	Loops(MethodFlow flow, ForkSelection forks) {
		for (int i = 0; i < flow.size(); i++) {
			int jump = i;
			flow.successors(i).stream().filter((next) -> next <= jump).forEach((start) -> {
				if (forks.all().stream().noneMatch((fork) -> start <= fork.site() && fork.site() <= jump)) {
					this.ends.set(jump);
				}
			});
		}
	}

	boolean isEnd(int position) {
		return this.ends.get(position);
	}

}
