package io.deco.oracle.api;

/**
 * An unchecked exception that a case throws.
 */
public class Failure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Failure(String message) {
		super(message);
	}

}
