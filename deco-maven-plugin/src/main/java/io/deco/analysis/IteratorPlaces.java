package io.deco.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.ForkSelection;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Numbers the places where a method gets the iterators that it moves on.
 * <p>
 * A class of the program may return the same iterator again and again. Whether the object
 * that returned an iterator is of a class that makes a new one is known when the method
 * runs; whoever moves the iterator on knows the places that it may come from.
 */
final class IteratorPlaces {

	private final MethodFlow flow;

	private final ForkSelection forks;

	private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

	IteratorPlaces(MethodFlow flow, Effects effects, ForkSelection forks) {
		this.flow = flow;
		this.forks = forks;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof MethodInsnNode call
					&& effects.movesReceiver(call.owner, call.name, call.desc)) {
				flow.origins(flow.operand(i, 0))
					.forEach((origin) -> this.numbers.putIfAbsent(origin, this.numbers.size()));
			}
		}
	}

	/**
	 * The number of a place, {@code null} if no iterator that the method moves on comes
	 * from there.
	 */
	@Nullable Integer numberAt(int position) {
		return this.numbers.get(position);
	}

	/**
	 * A bit for each place that the receiver of a call may come from.
	 */
	int placesOf(int position) {
		return this.flow.origins(this.flow.operand(position, 0))
			.stream()
			.mapToInt((origin) -> 1 << Math.min(this.numbers.getOrDefault(origin, 0), Integer.SIZE - 1))
			.reduce(0, (left, right) -> left | right);
	}

	/**
	 * Whether a concurrent call may have returned the receiver of a call: others may hold
	 * that.
	 */
	boolean isReturnedByFork(int position) {
		return this.flow.origins(this.flow.operand(position, 0))
			.stream()
			.anyMatch((origin) -> origin >= 0 && origin < FlowValue.HANDLER
					&& this.forks.at(this.flow.instruction(origin)) != null);
	}

}
