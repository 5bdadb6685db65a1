package io.deco.weave;

import org.jspecify.annotations.Nullable;

/**
 * Says why a module cannot be woven at all. The message is for the user and names what to
 * do.
 */
public class WeavingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public WeavingException(String message) {
		super(message);
	}

	public WeavingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
