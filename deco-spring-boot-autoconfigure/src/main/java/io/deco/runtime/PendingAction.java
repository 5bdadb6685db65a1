package io.deco.runtime;

/**
 * Something that the owner of a scope does once everything before it has succeeded.
 */
abstract sealed class PendingAction extends LogEntry permits PendingWrite, PendingComputation {

	/**
	 * Whether it can throw what a handler of the woven method might see.
	 */
	abstract boolean canFail();

	abstract void apply() throws Throwable;

}
