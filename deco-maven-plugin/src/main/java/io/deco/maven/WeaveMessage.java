package io.deco.maven;

import org.jspecify.annotations.Nullable;

/**
 * What the JVM that weaves tells the one that runs the build: a line of its output. Other
 * lines are not for the build, such as those that a JVM prints of its own accord.
 *
 * @param kind what it is about
 * @param text what it says
 */
record WeaveMessage(Kind kind, String text) {

	private static final String START = "deco\t";

	String line() {
		return START + this.kind + '\t'
				+ this.text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
	}

	/**
	 * Reads a line.
	 * @return the message, {@code null} if it is none
	 */
	static @Nullable WeaveMessage of(String line) {
		int end = line.indexOf('\t', START.length());
		if (!line.startsWith(START) || end < 0) {
			return null;
		}
		return new WeaveMessage(Kind.valueOf(line.substring(START.length(), end)),
				line.substring(end + 1).translateEscapes());
	}

	/** All but the first two end the conversation. */
	enum Kind {

		INFO,

		WARN,

		DONE,

		/** Nothing was woven, since the class path has no runtime. */
		NO_RUNTIME,

		/** A remark was found that fails the build. */
		REMARKS,

		/** The module cannot be woven safely. */
		UNSAFE,

		/** A file cannot be read or written. */
		UNREADABLE

	}

}
