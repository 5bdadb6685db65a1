package io.deco.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Finds the views, iterators and entries of collections that a method itself makes, and
 * from which call their collection comes.
 * <p>
 * What a view shows changes with its collection. The method notes the collection when it
 * makes the view, under the number of the call, so that a read of the view can look after
 * the collection. That is right as long as nothing holds an older view of the same number
 * when a new one is noted.
 */
final class Views {

	private static final Set<String> MAKERS = Set.of("iterator()Ljava/util/Iterator;", "entrySet()Ljava/util/Set;",
			"keySet()Ljava/util/Set;", "values()Ljava/util/Collection;");

	private final MethodFlow flow;

	private final Effects effects;

	private final ForkSelection forks;

	/** By the position of a call that makes a view, the number of its collection. */
	private final Map<Integer, Integer> numbers = new HashMap<>();

	/** The positions of the calls that note a collection. */
	private final Map<Integer, Integer> noting = new HashMap<>();

	/** The numbers under which more than one collection may be in use. */
	private final Set<Integer> ambiguous = new HashSet<>();

	Views(MethodFlow flow, Effects effects, ForkSelection forks, Liveness liveness) {
		this.flow = flow;
		this.effects = effects;
		this.forks = forks;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && makesView(flow.instruction(i))) {
				number(i, new HashSet<>());
			}
		}
		this.noting.forEach((position, number) -> {
			if (isOlderHeld(position, number, liveness)) {
				this.ambiguous.add(number);
			}
		});
	}

	private boolean makesView(AbstractInsnNode insn) {
		return insn instanceof MethodInsnNode call && call.getOpcode() != Opcodes.INVOKESTATIC
				&& MAKERS.contains(call.name + call.desc) && this.forks.at(insn) == null
				&& this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc)
					.kind() == Effects.Effect.Kind.REVIEWED;
	}

	private int number(int position, Set<Integer> visiting) {
		Integer known = this.numbers.get(position);
		if (known != null || !visiting.add(position)) {
			return (known != null) ? known : -1;
		}
		Integer receiver = numberOf(this.flow.operand(position, 0), visiting);
		int number = (receiver != null) ? receiver : this.noting.size();
		if (receiver == null) {
			this.noting.put(position, number);
		}
		this.numbers.put(position, number);
		return number;
	}

	/**
	 * The number of the collection that a value is certainly a view of, {@code null} if
	 * that is not known.
	 */
	@Nullable Integer numberOf(FlowValue value) {
		Integer number = numberOf(value, new HashSet<>());
		return (number != null && !this.ambiguous.contains(number)) ? number : null;
	}

	private @Nullable Integer numberOf(FlowValue value, Set<Integer> visiting) {
		Integer common = null;
		for (int origin : this.flow.origins(value)) {
			Integer number = numberAt(origin, visiting);
			if (number == null || number < 0 || (common != null && !common.equals(number))) {
				return null;
			}
			common = number;
		}
		return common;
	}

	private @Nullable Integer numberAt(int origin, Set<Integer> visiting) {
		if (origin < 0 || origin >= FlowValue.HANDLER) {
			return null;
		}
		AbstractInsnNode insn = this.flow.instruction(origin);
		if (makesView(insn)) {
			return number(origin, visiting);
		}
		if (insn.getOpcode() == Opcodes.CHECKCAST && isEntry(origin)) {
			return (visiting.add(origin)) ? entryOf(this.flow.operand(origin, 0), visiting) : null;
		}
		return null;
	}

	private boolean isEntry(int cast) {
		return ((TypeInsnNode) this.flow.instruction(cast)).desc.equals("java/util/Map$Entry");
	}

	/**
	 * An entry belongs to the map over which its iterator runs.
	 */
	private @Nullable Integer entryOf(FlowValue value, Set<Integer> visiting) {
		Integer common = null;
		for (int origin : this.flow.origins(value)) {
			boolean next = origin >= 0 && origin < FlowValue.HANDLER
					&& this.flow.instruction(origin) instanceof MethodInsnNode call && call.name.equals("next")
					&& call.owner.equals("java/util/Iterator") && this.forks.at(call) == null;
			Integer number = (next) ? numberOf(this.flow.operand(origin, 0), visiting) : null;
			if (number == null || (common != null && !common.equals(number))) {
				return null;
			}
			common = number;
		}
		return common;
	}

	private boolean isOlderHeld(int position, int number, Liveness liveness) {
		Frame<FlowValue> frame = this.flow.frame(position);
		for (int local = 0; local < frame.getLocals(); local++) {
			if (liveness.before(position).get(local) && isOf(frame.getLocal(local), number)) {
				return true;
			}
		}
		for (int slot = 0; slot < frame.getStackSize() - 1; slot++) {
			if (isOf(frame.getStack(slot), number)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a value may be a view with a number, or anything that hides one.
	 */
	private boolean isOf(FlowValue value, int number) {
		if (!value.isReference()) {
			return false;
		}
		for (int origin : this.flow.origins(value)) {
			Integer found = numberAt(origin, new HashSet<>());
			if (found != null && found == number) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The number under which a call has to note its receiver, {@code null} if it need
	 * not.
	 */
	@Nullable Integer notedAt(int position) {
		Integer number = this.noting.get(position);
		return (number != null && !this.ambiguous.contains(number)) ? number : null;
	}

}
