package io.deco.runtime;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a call of a {@link io.deco.Concurrent} method that ran longer than the
 * annotation's {@code timeout}, or for which its caller waited longer than
 * {@code deco.await.timeout}. The call was interrupted, and has ended.
 */
public class TaskTimeoutException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message names the method, its caller and the limit
	 * @param cause what the interrupted call threw, {@code null} if it returned
	 */
	public TaskTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
