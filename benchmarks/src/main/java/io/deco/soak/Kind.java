package io.deco.soak;

/**
 * The kinds of requests.
 */
public enum Kind {

	/** A loop of independent calls. */
	FAN_OUT,

	/** Calls that each need the result of the one before. */
	CHAIN,

	/** Results that are written to fields, and read through getters. */
	FIELDS,

	/** Results that are put into collections and arrays. */
	COLLECTIONS,

	/** Calls in a stream pipeline. */
	STREAM,

	/** Calls that modify what they are given. */
	MODIFYING,

	/** Calls whose exceptions are caught where they are made. */
	CAUGHT,

	/** Calls that themselves make calls, of pools that wait for one another. */
	NESTED,

	/** Calls that make the same call again. */
	RECURSIVE,

	/** Calls of which some hang until their time is over. */
	LIMITED

}
