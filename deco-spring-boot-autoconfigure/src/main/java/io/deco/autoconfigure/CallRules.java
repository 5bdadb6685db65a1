package io.deco.autoconfigure;

import io.deco.autoconfigure.DecoProperties.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the calls of all concurrent methods.
 *
 * @param mode whether calls overlap
 * @param transactions what becomes of calls in transactions
 * @param context what follows a task to its thread, {@code null} for nothing
 */
record CallRules(Mode mode, TransactionRule transactions, @Nullable TaskContext context) {

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
	 * Captures the context of the calling thread.
	 * @param task the task that another thread will run
	 * @return the task with the context around it
	 */
	Runnable propagate(Runnable task) {
		return (this.context != null) ? this.context.propagate(task) : task;
	}

}
