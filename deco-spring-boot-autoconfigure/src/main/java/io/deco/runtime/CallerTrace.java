package io.deco.runtime;

import java.io.Serial;

/**
 * The stack of the thread that waited for a call, attached to what the call threw as a
 * suppressed exception, so that a reader sees both where it failed and who wanted it.
 */
final class CallerTrace extends Throwable {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * An exception that a program keeps in a constant may be thrown any number of times.
	 */
	private static final int MAX_PER_EXCEPTION = 8;

	private CallerTrace(String message) {
		super(message);
	}

	static void attach(Throwable thrown, String message) {
		int attached = 0;
		for (Throwable suppressed : thrown.getSuppressed()) {
			if (suppressed instanceof CallerTrace) {
				attached++;
			}
		}
		if (attached < MAX_PER_EXCEPTION) {
			thrown.addSuppressed(new CallerTrace(message));
		}
	}

}
