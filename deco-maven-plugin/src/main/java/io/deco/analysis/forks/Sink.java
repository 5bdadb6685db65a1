package io.deco.analysis.forks;

/**
 * Where a carried value goes. All sinks but {@link Use} take it without waiting.
 */
public sealed interface Sink {

	/**
	 * Kept in a local variable.
	 */
	record Local() implements Sink {
	}

	/**
	 * Given to another concurrent call.
	 */
	record Argument() implements Sink {
	}

	/**
	 * Written to a field, all of whose reads wait.
	 */
	record Field() implements Sink {
	}

	/**
	 * Stored in an array or collection, whose reads wait.
	 */
	record Element() implements Sink {
	}

	/**
	 * An operand of a computation that waits with it.
	 */
	record Operand() implements Sink {
	}

	/**
	 * Needed now.
	 *
	 * @param by what needs it, for a remark
	 */
	record Use(String by) implements Sink {
	}

}
