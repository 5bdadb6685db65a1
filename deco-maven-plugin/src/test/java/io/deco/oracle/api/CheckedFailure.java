package io.deco.oracle.api;

/**
 * A checked exception that a case throws.
 */
public class CheckedFailure extends Exception {

	private static final long serialVersionUID = 1L;

	public CheckedFailure(String message) {
		super(message);
	}

}
