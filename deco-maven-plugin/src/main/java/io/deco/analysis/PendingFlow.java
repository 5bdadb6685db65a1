package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Region;
import io.deco.analysis.forks.ForkSelection;

/**
 * Computes which sites may have pending calls before each instruction, and what goes in
 * and out of regions.
 */
final class PendingFlow {

	private final MethodFlow flow;

	private final ForkSelection forks;

	private final List<Region> regions;

	private final BitSet barriers = new BitSet();

	private final BiPredicate<Integer, BitSet> later;

	private final BitSet started = new BitSet();

	private final BitSet[] awaited;

	private final BitSet[] before;

	/**
	 * @param barrier whether an instruction waits for everything
	 * @param later whether an instruction is a site of something that is done later,
	 * given what may be pending
	 * @param immediate whether the result of a site is awaited at once
	 * @param awaited the sites whose only pending call an instruction awaits
	 */
	PendingFlow(MethodFlow flow, ForkSelection forks, List<Region> regions, IntPredicate barrier,
			BiPredicate<Integer, BitSet> later, IntPredicate immediate, IntFunction<BitSet> awaited) {
		this.flow = flow;
		this.forks = forks;
		this.regions = regions;
		this.later = later;
		this.awaited = new BitSet[flow.size()];
		Arrays.setAll(this.awaited, awaited);
		for (int i = 0; i < flow.size(); i++) {
			this.barriers.set(i, barrier.test(i));
			this.started.set(i, forks.at(flow.instruction(i)) != null && !immediate.test(i));
		}
		this.before = new BitSet[flow.size()];
		Arrays.setAll(this.before, (position) -> new BitSet());
		solve(this::hasSites);
		solve(this::isProtected);
	}

	private void solve(Predicate<Region> isProtected) {
		BitSet protectedRegions = new BitSet();
		for (int i = 0; i < this.regions.size(); i++) {
			protectedRegions.set(i, isProtected.test(this.regions.get(i)));
		}
		for (int i = 0; i < this.before.length; i++) {
			this.before[i] = new BitSet();
		}
		Deque<Integer> open = new ArrayDeque<>();
		BitSet seen = new BitSet();
		open.push(0);
		seen.set(0);
		while (!open.isEmpty()) {
			int at = open.pop();
			BitSet after = after(at);
			BitSet successors = this.flow.successors(at);
			for (int next = successors.nextSetBit(0); next >= 0; next = successors.nextSetBit(next + 1)) {
				BitSet arriving = (BitSet) after.clone();
				arriving.andNot(sitesLeft(at, next));
				join(next, arriving, seen, open);
			}
			BitSet thrown = (BitSet) this.before[at].clone();
			thrown.or(after);
			BitSet reached = (BitSet) this.flow.handlers(at).clone();
			for (int i = 0; i < this.regions.size(); i++) {
				Region region = this.regions.get(i);
				if (region.contains(at) && protectedRegions.get(i)) {
					region.entries().forEach((entry) -> reached.clear(this.flow.position(entry.handler)));
					region.entries()
						.forEach((entry) -> join(this.flow.position(entry.handler), new BitSet(), seen, open));
				}
			}
			for (int handler = reached.nextSetBit(0); handler >= 0; handler = reached.nextSetBit(handler + 1)) {
				join(handler, thrown, seen, open);
			}
		}
	}

	private void join(int position, BitSet arriving, BitSet seen, Deque<Integer> open) {
		BitSet known = this.before[position];
		BitSet union = (BitSet) known.clone();
		union.or(arriving);
		if (!seen.get(position) || !union.equals(known)) {
			seen.set(position);
			this.before[position] = union;
			open.push(position);
		}
	}

	private BitSet after(int position) {
		BitSet after = this.barriers.get(position) ? new BitSet() : (BitSet) this.before[position].clone();
		after.andNot(this.awaited[position]);
		if (this.started.get(position) || this.later.test(position, this.before[position])) {
			after.set(position);
		}
		return after;
	}

	/**
	 * The sites of the regions that control leaves from one instruction to another.
	 */
	BitSet sitesLeft(int from, int to) {
		BitSet left = new BitSet();
		for (Region region : this.regions) {
			if (region.contains(from) && !region.contains(to)) {
				left.or(sites(region));
			}
		}
		return left;
	}

	BitSet sites(Region region) {
		BitSet sites = new BitSet();
		for (int i = region.from(); i < region.to(); i++) {
			if (this.forks.at(this.flow.instruction(i)) != null || this.later.test(i, this.before[i])) {
				sites.set(i);
			}
		}
		return sites;
	}

	private boolean hasSites(Region region) {
		return !sites(region).isEmpty();
	}

	/**
	 * Whether calls may be pending while a region runs: it then contains code that waits.
	 */
	boolean isProtected(Region region) {
		if (hasSites(region)) {
			return true;
		}
		for (int i = region.from(); i < region.to(); i++) {
			if (!this.before[i].isEmpty()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The sites with calls that may be pending before an instruction.
	 */
	BitSet before(int position) {
		return this.before[position];
	}

}
