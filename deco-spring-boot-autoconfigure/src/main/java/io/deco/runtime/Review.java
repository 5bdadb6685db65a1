package io.deco.runtime;

/**
 * How an object can be used without running any code of a program, each kind of use
 * including those before it.
 */
enum Review {

	/** Not at all, as far as is known. */
	NONE,

	/**
	 * Its iterators are new ones, which nobody else holds, but to make one may run code
	 * of a program.
	 */
	NEW_ITERATORS,

	/** All that it holds can be iterated over. */
	ITERATION,

	/** What it holds can be read. */
	READS,

	/**
	 * Something can be looked up in it whose own {@code equals}, {@code hashCode} and
	 * {@code compareTo} run no code of a program.
	 */
	LOOKUPS

}
