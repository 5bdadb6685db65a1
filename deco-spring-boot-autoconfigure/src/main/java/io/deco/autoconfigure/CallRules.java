package io.deco.autoconfigure;

import java.time.Duration;

import io.deco.autoconfigure.DecoProperties.CallGrain;
import io.deco.autoconfigure.DecoProperties.Mode;
import io.deco.runtime.AdaptiveGrain;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the calls of all concurrent methods.
 *
 * @param mode whether calls overlap
 * @param transactions what becomes of calls in transactions
 * @param grain which calls are worth a task
 * @param awaitTimeout how long a caller may be blocked by one call, {@code null} for no
 * limit
 */
record CallRules(Mode mode, TransactionRule transactions, CallGrain grain, @Nullable Duration awaitTimeout) {

	/**
	 * Decides whether a call must run in its caller.
	 * @param declaration the called method
	 * @return the reason, {@code null} if it may be forked
	 */
	@Nullable String inlineReason(ConcurrentDeclaration declaration) {
		if (this.mode == Mode.SEQUENTIAL) {
			return "mode";
		}
		return this.transactions.inlineReason(declaration);
	}

	/**
	 * Makes what learns how long the calls of a method take.
	 * @return the grain, {@code null} if every call is worth a task
	 */
	@Nullable AdaptiveGrain newGrain() {
		return (this.grain == CallGrain.ADAPTIVE) ? new AdaptiveGrain() : null;
	}

}
