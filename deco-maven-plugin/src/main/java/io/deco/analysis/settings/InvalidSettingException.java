package io.deco.analysis.settings;

/**
 * A setting of a build that cannot be understood. The message names the setting, what was
 * written, and what may be written.
 */
public final class InvalidSettingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public InvalidSettingException(String message) {
		super(message);
	}

}
