package io.deco.analysis.effects;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Region;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds the instructions that run while the method holds a lock: within a monitor, or in
 * a region whose handler ends in {@code Lock.unlock}. Calls there run in their caller.
 */
public final class LockedCode {

	private static final String LOCK = "java/util/concurrent/locks/Lock";

	private static final Set<String> LOCKING = Set.of("lock", "lockInterruptibly", "readLock", "readLockInterruptibly",
			"writeLock", "writeLockInterruptibly");

	private final MethodFlow flow;

	private final ClassIndex index;

	private final BitSet locked = new BitSet();

	public LockedCode(MethodFlow flow, ClassIndex index, Iterable<Region> regions) {
		this.flow = flow;
		this.index = index;
		followMonitors();
		for (Region region : regions) {
			if (region.entries().stream().anyMatch(this::unlocks)) {
				this.locked.set(region.from(), region.to());
			}
		}
	}

	/**
	 * Whether a lock may be held at a position.
	 */
	public boolean contains(int position) {
		return this.locked.get(position);
	}

	/**
	 * Each instruction is visited with the greatest number of monitors that can be held
	 * before it, so that every path counts.
	 */
	private void followMonitors() {
		int[] depths = new int[this.flow.size()];
		Deque<Integer> open = new ArrayDeque<>();
		for (int i = 0; i < this.flow.size(); i++) {
			if (this.flow.isReachable(i) && this.flow.instruction(i).getOpcode() == Opcodes.MONITORENTER) {
				open.add(i);
			}
		}
		int limit = open.size();
		while (!open.isEmpty()) {
			int at = open.pop();
			int after = Math.max(0, Math.min(limit, depths[at] + change(this.flow.instruction(at))));
			int before = depths[at];
			this.flow.successors(at).stream().forEach((next) -> raise(depths, next, after, open));
			this.flow.handlers(at).stream().forEach((next) -> raise(depths, next, before, open));
		}
		for (int i = 0; i < depths.length; i++) {
			this.locked.set(i, depths[i] > 0);
		}
	}

	private static int change(AbstractInsnNode insn) {
		return switch (insn.getOpcode()) {
			case Opcodes.MONITORENTER -> 1;
			case Opcodes.MONITOREXIT -> -1;
			default -> 0;
		};
	}

	private static void raise(int[] depths, int position, int depth, Deque<Integer> open) {
		if (depth > depths[position]) {
			depths[position] = depth;
			open.push(position);
		}
	}

	/**
	 * Whether control may come from a handler to more unlocks than locks: what is locked
	 * after a region was not held in it.
	 */
	private boolean unlocks(TryCatchBlockNode entry) {
		int[] fewest = new int[this.flow.size()];
		Arrays.fill(fewest, Integer.MAX_VALUE);
		int handler = this.flow.position(entry.handler);
		fewest[handler] = 0;
		Deque<Integer> open = new ArrayDeque<>(List.of(handler));
		while (!open.isEmpty()) {
			int at = open.pop();
			int after = fewest[at] + lockChange(at);
			if (after < 0) {
				return true;
			}
			this.flow.successors(at).stream().filter((next) -> after < fewest[next]).forEach((next) -> {
				fewest[next] = after;
				open.push(next);
			});
		}
		return false;
	}

	private int lockChange(int position) {
		boolean locks = this.flow.instruction(position) instanceof MethodInsnNode call
				&& (call.owner.startsWith("java/util/concurrent/locks/") || this.index.isAssignable(call.owner, LOCK))
				&& !Origin.isReference(Type.getReturnType(call.desc));
		String name = (locks) ? ((MethodInsnNode) this.flow.instruction(position)).name : "";
		return name.startsWith("unlock") ? -1 : LOCKING.contains(name) ? 1 : 0;
	}

}
