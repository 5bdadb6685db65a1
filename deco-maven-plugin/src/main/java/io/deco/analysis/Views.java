package io.deco.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.ForkSelection;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds the views, iterators and entries of collections that a method itself makes, and
 * from which call their collection comes.
 * <p>
 * What a view shows changes with its collection. The method notes the collection when it
 * makes the view, under the number of the call, so that a read of the view can look after
 * the collection. The last one noted is the right one: a variable that still held an
 * older view of the call, when that runs again, would have to be assigned elsewhere
 * before it runs first, and then it is not certain where its value comes from.
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

	Views(MethodFlow flow, Effects effects, ForkSelection forks) {
		this.flow = flow;
		this.effects = effects;
		this.forks = forks;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && makesView(flow.instruction(i))) {
				number(i, new HashSet<>());
			}
		}
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
		return numberOf(value, new HashSet<>());
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
		if (!isInstruction(origin)) {
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
	 * An entry belongs to the map of which the set is over which its iterator runs. Any
	 * other collection may hold entries of any map.
	 */
	private @Nullable Integer entryOf(FlowValue value, Set<Integer> visiting) {
		Integer common = null;
		for (int origin : this.flow.origins(value)) {
			boolean next = isNext(origin) && isMadeBy(origin, "iterator", (iterator) -> {
				return isMadeBy(iterator, "entrySet", (entries) -> true);
			});
			Integer number = (next) ? numberOf(this.flow.operand(origin, 0), visiting) : null;
			if (number == null || (common != null && !common.equals(number))) {
				return null;
			}
			common = number;
		}
		return common;
	}

	/**
	 * Whether the receiver of a call certainly is a view that some calls made.
	 */
	private boolean isMadeBy(int call, String maker, IntPredicate calls) {
		return this.flow.origins(this.flow.operand(call, 0)).stream().allMatch((origin) -> {
			return isInstruction(origin) && this.flow.instruction(origin) instanceof MethodInsnNode view
					&& view.name.equals(maker) && makesView(view) && calls.test(origin);
		});
	}

	private boolean isNext(int origin) {
		return isInstruction(origin) && this.flow.instruction(origin) instanceof MethodInsnNode call
				&& call.name.equals("next") && call.owner.equals("java/util/Iterator") && this.forks.at(call) == null;
	}

	private static boolean isInstruction(int origin) {
		return origin >= 0 && origin < FlowValue.HANDLER;
	}

	/**
	 * The number under which a call has to note its receiver, {@code null} if it need
	 * not.
	 */
	@Nullable Integer notedAt(int position) {
		return this.noting.get(position);
	}

}
