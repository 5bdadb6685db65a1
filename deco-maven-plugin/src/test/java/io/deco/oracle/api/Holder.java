package io.deco.oracle.api;

/**
 * A class of a library: it is not woven with the cases.
 */
public final class Holder {

	/**
	 * What it holds.
	 */
	public int number;

	/**
	 * Reads the field.
	 * @return what it holds
	 */
	public int get() {
		return this.number;
	}

}
