package io.deco.analysis;

import java.util.List;

/**
 * A finding of the analysis about one place in the source: a fact to be rendered, not
 * text.
 *
 * @param kind what was found
 * @param type the binary name of the class
 * @param method the name of the method, empty if the remark is about the class
 * @param file the source file, empty if unknown
 * @param line the line, 0 if unknown
 * @param subject what the remark is about, such as {@code quotes.quote(..)}
 * @param reason why it was decided so
 * @param advice what would make it overlap, empty if there is nothing to gain
 * @param related for a call that is forked, the lines where it is awaited; for a wait,
 * the lines of the calls that it waits for
 */
public record Remark(Kind kind, String type, String method, String file, int line, String subject, String reason,
		String advice, List<Integer> related) {

	/**
	 * What a remark says.
	 */
	public enum Kind {

		/** A concurrent call starts a task here and the method goes on. */
		FORKED,

		/** The result of a call is awaited here, because it is used. */
		AWAITED,

		/** Everything that is pending is awaited here, before the subject runs. */
		BARRIER,

		/** A concurrent call that runs in its caller, sequentially. */
		SEQUENTIAL,

		/** A method or class that was left as it was. */
		UNWOVEN,

		/** A concurrent call whose method modifies an argument, and does not say so. */
		UNMARKED

	}

}
