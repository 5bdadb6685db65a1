package io.deco.soak;

/**
 * Thrown by a task that is interrupted while it sleeps.
 */
final class StepInterruptedException extends RuntimeException {

	private static final long serialVersionUID = 1;

	StepInterruptedException(InterruptedException cause) {
		super(cause);
	}

}
