package io.deco.analysis.flow;

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
public final class HandlerLocals {

	private final MethodFlow flow;

	private final List<Region> regions;

	private @Nullable Liveness liveness;

	public HandlerLocals(MethodFlow flow, List<Region> regions) {
		this.flow = flow;
		this.regions = regions;
	}

	/**
	 * Most methods have no handlers, and need not be followed.
	 */
	private Liveness liveness() {
		if (this.liveness == null) {
			this.liveness = new Liveness(this.flow);
		}
		return this.liveness;
	}

	/**
	 * The outermost region one of whose handlers may read what an instruction stores.
	 */
	public @Nullable Region readingAfter(int position) {
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
	public boolean isReadByHandler(int position, int local) {
		return this.flow.handlers(position).stream().anyMatch((handler) -> liveness().before(handler).get(local));
	}

	private boolean isLiveInHandler(Region region, int local) {
		return region.entries()
			.stream()
			.anyMatch((entry) -> liveness().before(this.flow.position(entry.handler)).get(local));
	}

}
