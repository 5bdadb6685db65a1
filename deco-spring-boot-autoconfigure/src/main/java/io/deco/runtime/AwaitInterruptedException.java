package io.deco.runtime;

import java.io.Serial;

/**
 * Thrown when a thread is interrupted while it waits for the results of concurrent calls.
 * <p>
 * By then the calls that were pending have been cancelled, or interrupted and awaited,
 * and the field writes that waited for them were dropped. The thread's interrupt flag is
 * still set. This is the one case in which a woven method ends otherwise than its
 * sequential form would.
 */
public class AwaitInterruptedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message says who was interrupted
	 */
	public AwaitInterruptedException(String message) {
		super(message);
	}

}
