package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Something that is pending in a scope: a task, or an action that waits for one.
 */
abstract sealed class LogEntry permits TaskEntry, PendingAction {

	@Nullable LogEntry previous;

	@Nullable LogEntry next;

	boolean logged;

	/**
	 * Whether the entry can leave the log without waiting, if it is the first.
	 */
	abstract boolean isSettled();

	/**
	 * The place in the woven method that it comes from.
	 */
	abstract int siteIndex();

}
