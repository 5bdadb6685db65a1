package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a slot of a woven method may hold: a value, boxed, or a {@link Carrier} or
 * {@link PendingComputation} that stands for one; as an argument of a call, also a
 * {@link ComputedArgument}.
 */
final class Pending {

	private Pending() {
	}

	/**
	 * Whether the value is there, so that {@link #valueOf} may be asked for it.
	 */
	static boolean isKnown(@Nullable Object carried) {
		if (carried instanceof Carrier carrier) {
			return carrier.succeeded();
		}
		return !(carried instanceof PendingComputation computation) || computation.isDone();
	}

	static boolean areKnown(@Nullable Object[] operands) {
		for (Object operand : operands) {
			if (!isKnown(operand)) {
				return false;
			}
		}
		return true;
	}

	static @Nullable Object valueOf(@Nullable Object carried) {
		if (carried instanceof Carrier carrier) {
			return carrier.value();
		}
		if (carried instanceof ComputedArgument argument) {
			return argument.value();
		}
		return (carried instanceof PendingComputation computation) ? computation.value() : carried;
	}

	/**
	 * Returns the values of an array that others may still read, which is left as it is.
	 */
	static @Nullable Object[] valuesOf(@Nullable Object[] operands) {
		@Nullable Object[] values = operands;
		for (int i = 0; i < operands.length; i++) {
			Object value = valueOf(operands[i]);
			if (value != operands[i]) {
				values = (values == operands) ? operands.clone() : values;
				values[i] = value;
			}
		}
		return values;
	}

	/**
	 * The place of what a value comes from.
	 */
	static int siteOf(@Nullable Object carried) {
		if (carried instanceof Carrier carrier) {
			return carrier.siteIndex();
		}
		return (carried instanceof PendingComputation computation) ? computation.siteIndex() : Failure.NO_SITE;
	}

}
