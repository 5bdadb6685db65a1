package io.deco.runtime;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call that is computed from pending results when the call is made, by
 * whoever makes it. The scope's owner computes the same in its turn, so that a failure is
 * found where sequential code would have failed.
 */
final class ComputedArgument {

	/**
	 * Beyond that it is cheaper to wait than to compute everything twice.
	 */
	private static final int MAX_STEPS = 64;

	private final ComputationSite site;

	private final @Nullable Object[] operands;

	private ComputedArgument(ComputationSite site, @Nullable Object[] operands) {
		this.site = site;
		this.operands = operands;
	}

	/**
	 * Makes an argument of what is pending.
	 * @return {@code null} if that would take many steps, or might give an object that
	 * can be modified
	 */
	static @Nullable ComputedArgument of(PendingComputation computation) {
		return (computation.site().immutable()) ? of(computation, new int[1]) : null;
	}

	private static @Nullable ComputedArgument of(PendingComputation computation, int[] steps) {
		steps[0]++;
		@Nullable Object[] operands = computation.operands().clone();
		for (int i = 0; i < operands.length; i++) {
			if (operands[i] instanceof PendingComputation pending) {
				Object operand = (pending.isDone()) ? pending.value() : null;
				if (!pending.isDone()) {
					operand = (steps[0] < MAX_STEPS) ? of(pending, steps) : null;
					if (operand == null) {
						return null;
					}
				}
				operands[i] = operand;
			}
		}
		return new ComputedArgument(computation.site(), operands);
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

	@Nullable Object value() {
		try {
			return this.site.operation().invoke(Pending.valuesOf(this.operands));
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

}
