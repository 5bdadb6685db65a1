package io.deco.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An argument of calls that is computed from pending results when the first of them is
 * made, by whoever makes it. All calls are given the same object, and so is the scope's
 * owner when it comes to the computation in its turn. A failure is not kept: the owner
 * computes again, and fails where sequential code would have failed.
 */
final class ComputedArgument {

	/**
	 * Beyond that it is cheaper to wait than to follow what a call depends on.
	 */
	private static final int MAX_STEPS = 64;

	private static final Object NONE = new Object();

	private final ComputationSite site;

	private final @Nullable Object[] operands;

	private final int steps;

	private final AtomicReference<@Nullable Object> result = new AtomicReference<>(NONE);

	private ComputedArgument(ComputationSite site, @Nullable Object[] operands, int steps) {
		this.site = site;
		this.operands = operands;
		this.steps = steps;
	}

	/**
	 * Makes an argument of what is pending.
	 * @return {@code null} if that would take many steps, or might give an object that
	 * can be modified
	 */
	static @Nullable ComputedArgument of(PendingComputation computation) {
		return (computation.site().immutable()) ? of(computation, MAX_STEPS) : null;
	}

	private static @Nullable ComputedArgument of(PendingComputation computation, int maxSteps) {
		ComputedArgument known = computation.argument();
		if (known != null) {
			return (known.steps <= maxSteps) ? known : null;
		}
		int steps = 1;
		@Nullable Object[] operands = computation.operands().clone();
		for (int i = 0; i < operands.length && steps <= maxSteps; i++) {
			if (operands[i] instanceof PendingComputation pending) {
				ComputedArgument operand = (pending.isDone()) ? null : of(pending, maxSteps - steps);
				if (operand == null && !pending.isDone()) {
					return null;
				}
				steps += (operand != null) ? operand.steps : 0;
				operands[i] = (operand != null) ? operand : pending.value();
			}
		}
		if (steps > maxSteps) {
			return null;
		}
		ComputedArgument argument = new ComputedArgument(computation.site(), operands, steps);
		computation.become(argument);
		return argument;
	}

	void forEachCarrier(Consumer<Carrier> action) {
		for (Object operand : this.operands) {
			if (operand instanceof Carrier carrier) {
				action.accept(carrier);
			}
			else if (operand instanceof ComputedArgument argument) {
				argument.forEachCarrier(action);
			}
		}
	}

	/**
	 * Returns what is computed, once everything that it depends on has succeeded.
	 */
	@Nullable Object value() {
		Object known = this.result.get();
		if (known == NONE) {
			Object computed = compute();
			known = this.result.compareAndExchange(NONE, computed);
			return (known == NONE) ? computed : known;
		}
		return known;
	}

	private @Nullable Object compute() {
		try {
			return this.site.operation().invoke(Pending.valuesOf(this.operands));
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

}
