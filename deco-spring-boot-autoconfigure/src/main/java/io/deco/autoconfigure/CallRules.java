package io.deco.autoconfigure;

import io.deco.autoconfigure.DecoProperties.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the calls of all concurrent methods.
 *
 * @param mode whether calls overlap
 * @param transactions what becomes of calls in transactions
 */
record CallRules(Mode mode, TransactionRule transactions) {

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

}
