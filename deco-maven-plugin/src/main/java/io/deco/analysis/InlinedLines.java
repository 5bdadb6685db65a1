package io.deco.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a file at which code of others was put in place.
 * <p>
 * Kotlin's compiler gives the code of inline functions lines beyond the end of the file,
 * and says in the class file's source map (JSR-45, stratum {@code KotlinDebug}) which
 * line of the file made the call.
 */
public final class InlinedLines {

	private static final Pattern STRATUM = Pattern.compile("\\*S KotlinDebug\\R(.*?)(?:\\*S |\\*E|\\z)",
			Pattern.DOTALL);

	private static final Pattern RANGE = Pattern.compile("^(\\d+)(?:#\\d+)?(?:,(\\d+))?:(\\d+)(?:,(\\d+))?$",
			Pattern.MULTILINE);

	private final List<Range> ranges = new ArrayList<>();

	private InlinedLines() {
	}

	/**
	 * Reads a source map.
	 * @param sourceMap the source map of a class, {@code null} if it has none
	 * @return the lines
	 */
	public static InlinedLines of(@Nullable String sourceMap) {
		InlinedLines lines = new InlinedLines();
		Matcher stratum = STRATUM.matcher((sourceMap != null) ? sourceMap : "");
		if (stratum.find()) {
			Matcher range = RANGE.matcher(stratum.group(1));
			while (range.find()) {
				lines.ranges.add(new Range(Integer.parseInt(range.group(1)), number(range.group(2)),
						Integer.parseInt(range.group(3)), number(range.group(4))));
			}
		}
		return lines;
	}

	private static int number(@Nullable String text) {
		return (text != null) ? Integer.parseInt(text) : 1;
	}

	/**
	 * Returns the line of the file that is to be shown for one in the byte code.
	 * @param line a line in the byte code
	 * @return the line of the call that was replaced, or the same line
	 */
	public int shown(int line) {
		for (Range range : this.ranges) {
			int offset = line - range.output();
			if (offset >= 0 && offset < range.repeated() * range.step()) {
				return range.input() + offset / range.step();
			}
		}
		return line;
	}

	/**
	 * Returns remarks as they are to be shown.
	 * @param remarks remarks with lines of the byte code
	 * @return remarks with lines of the file
	 */
	public List<Remark> shown(List<Remark> remarks) {
		return this.ranges.isEmpty() ? remarks : remarks.stream().map(this::shown).distinct().toList();
	}

	private Remark shown(Remark remark) {
		return new Remark(remark.kind(), remark.type(), remark.method(), remark.file(), shown(remark.line()),
				remark.subject(), remark.reason(), remark.advice(),
				remark.related().stream().map(this::shown).distinct().sorted().toList());
	}

	/**
	 * One entry of a source map.
	 *
	 * @param input the first line of the file
	 * @param repeated for how many lines of it the entry stands
	 * @param output the first line in the byte code
	 * @param step how many lines in the byte code there are for each of the file
	 */
	private record Range(int input, int repeated, int output, int step) {
	}

}
