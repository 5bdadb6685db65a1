package io.deco.runtime;

import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

/**
 * What is computed from pending results, in program order, so that it fails where
 * sequential code would have. Stands for its result in the slots of a woven method, as a
 * {@link Carrier} does. Used by the scope's owner only.
 */
final class PendingComputation extends PendingAction {

	private final ComputationSite site;

	private @Nullable Object @Nullable [] operands;

	private @Nullable ComputedArgument argument;

	private @Nullable Object value;

	PendingComputation(ComputationSite site, @Nullable Object[] operands) {
		this.site = site;
		this.operands = operands;
	}

	@Override
	int siteIndex() {
		return this.site.index();
	}

	@Override
	boolean canFail() {
		return true;
	}

	@Override
	boolean isSettled() {
		return this.operands == null || Pending.areKnown(this.operands);
	}

	ComputationSite site() {
		return this.site;
	}

	/**
	 * Returns what it is computed from, as long as it is not done.
	 */
	@Nullable Object[] operands() {
		if (this.operands == null) {
			throw new IllegalStateException("It is done");
		}
		return this.operands;
	}

	/**
	 * Says that calls are given the same result, and may be the first to compute it.
	 */
	void become(ComputedArgument argument) {
		this.argument = argument;
	}

	@Nullable ComputedArgument argument() {
		return this.argument;
	}

	boolean isDone() {
		return this.operands == null;
	}

	@Override
	void apply() throws Throwable {
		if (this.operands != null) {
			this.value = (this.argument != null) ? this.argument.value()
					: this.site.operation().invoke(Pending.valuesOf(this.operands));
			this.operands = null;
			this.argument = null;
		}
	}

	/**
	 * Returns the result, once it is known.
	 */
	@Nullable Object value() {
		if (this.operands != null) {
			throw new CancellationException("Nothing was computed, since a call before it failed");
		}
		return this.value;
	}

}
