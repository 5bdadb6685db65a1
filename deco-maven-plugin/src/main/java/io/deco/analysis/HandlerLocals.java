package io.deco.analysis;

import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the local variables that a handler may still read. A store to such a variable
 * must not overtake a pending call of its region: if that call fails, the handler sees
 * the value from before the store.
 */
final class HandlerLocals {

	private final MethodFlow flow;

	private final List<Region> regions;

	private final BitSet[] liveBefore;

	HandlerLocals(MethodFlow flow, List<Region> regions) {
		this.flow = flow;
		this.regions = regions;
		this.liveBefore = new BitSet[flow.size()];
		for (int i = 0; i < this.liveBefore.length; i++) {
			this.liveBefore[i] = new BitSet();
		}
		if (!regions.isEmpty()) {
			solve();
		}
	}

	private void solve() {
		boolean changed = true;
		while (changed) {
			changed = false;
			for (int i = this.liveBefore.length - 1; i >= 0; i--) {
				changed |= this.flow.isReachable(i) && update(i);
			}
		}
	}

	private boolean update(int position) {
		BitSet live = new BitSet();
		this.flow.successors(position).stream().forEach((next) -> live.or(this.liveBefore[next]));
		AbstractInsnNode insn = this.flow.instruction(position);
		if (Operands.isStore(insn)) {
			live.clear(((VarInsnNode) insn).var);
		}
		this.flow.handlers(position).stream().forEach((handler) -> live.or(this.liveBefore[handler]));
		if (insn instanceof IincInsnNode iinc) {
			live.set(iinc.var);
		}
		else if (Operands.isLoad(insn)) {
			live.set(((VarInsnNode) insn).var);
		}
		if (live.equals(this.liveBefore[position])) {
			return false;
		}
		this.liveBefore[position] = live;
		return true;
	}

	/**
	 * The outermost region one of whose handlers may read what an instruction stores.
	 */
	@Nullable Region readingAfter(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		int local;
		if (insn instanceof IincInsnNode iinc) {
			local = iinc.var;
		}
		else if (Operands.isStore(insn)) {
			local = ((VarInsnNode) insn).var;
		}
		else {
			return null;
		}
		Region outermost = null;
		for (Region region : this.regions) {
			if (region.contains(position) && isLiveInHandler(region, local)
					&& (outermost == null || outermost.isWithin(region))) {
				outermost = region;
			}
		}
		return outermost;
	}

	/**
	 * Whether a handler of an exception that an instruction throws may read a variable.
	 */
	boolean isReadByHandler(int position, int local) {
		return this.flow.handlers(position).stream().anyMatch((handler) -> this.liveBefore[handler].get(local));
	}

	private boolean isLiveInHandler(Region region, int local) {
		return region.entries()
			.stream()
			.anyMatch((entry) -> this.liveBefore[this.flow.position(entry.handler)].get(local));
	}

}
