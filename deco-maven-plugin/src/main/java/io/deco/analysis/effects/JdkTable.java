package io.deco.analysis.effects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The reviewed methods of the JDK, from the resource {@code jdk-effects.txt}.
 * <p>
 * A line is a rule, a class and a method: {@code free java/lang/String length()I}.
 * Without a descriptor it stands for all methods of that name, with {@code *} for all
 * methods that the class declares, each as long as its arguments are of immutable types;
 * names after a minus are left out. The comment before a group of lines says why.
 */
public final class JdkTable {

	private final Map<String, Line> lines = new LinkedHashMap<>();

	private JdkTable() {
	}

	static JdkTable load() {
		try (InputStream in = Objects.requireNonNull(JdkTable.class.getResourceAsStream("jdk-effects.txt"))) {
			return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JdkTable parse(List<String> text) {
		JdkTable table = new JdkTable();
		String reason = "";
		for (String line : text) {
			if (line.startsWith("#")) {
				reason = line.substring(1).strip();
			}
			else if (!line.isBlank()) {
				table.add(line.strip().split(" +"), reason);
			}
		}
		return table;
	}

	private void add(String[] words, String reason) {
		Rule rule = Rule.valueOf(words[0].toUpperCase(Locale.ROOT));
		for (int i = 2; i < words.length; i++) {
			boolean left = words[i].startsWith("-");
			String method = left ? words[i].substring(1) : words[i];
			this.lines.put(words[1] + ' ' + method, new Line(left ? Rule.NONE : rule, words[1], method, reason));
		}
	}

	/**
	 * Finds the line for a method that a class declares, the most specific first.
	 */
	@Nullable Line find(String owner, String name, String descriptor) {
		Line line = this.lines.get(owner + ' ' + name + descriptor);
		if (line == null) {
			line = this.lines.get(owner + ' ' + name);
		}
		if (line == null && !name.startsWith("<")) {
			line = this.lines.get(owner + " *");
		}
		return (line != null && line.rule() != Rule.NONE) ? line : null;
	}

	/**
	 * Returns all lines, as they are written.
	 */
	List<Line> lines() {
		return List.copyOf(this.lines.values());
	}

	/**
	 * What a method does, and on which objects that is known.
	 */
	enum Rule {

		/** Left out. */
		NONE,

		/** Free; nothing can override the method. */
		FREE,

		/** Free if it is certain that nothing overrides the method. */
		EXACT,

		/** Free on objects of the reviewed classes. */
		REVIEWED,

		/** As reviewed, but moves its receiver on. */
		CURSOR,

		/** Changes its receiver: free on an object that nobody else can see. */
		OWN,

		/** Changes its receiver by storing its last argument there, and nothing more. */
		STORE,

		/**
		 * Changes its receiver by inserting what its last argument makes, unless there is
		 * a value.
		 */
		INSERT

	}

	/**
	 * A line of the table.
	 *
	 * @param rule what the method does
	 * @param owner the class that declares it
	 * @param method name and descriptor, or name, or {@code *}
	 * @param reason why
	 */
	record Line(Rule rule, String owner, String method, String reason) {

		/**
		 * Whether the line names one method, so that its arguments were reviewed too.
		 */
		boolean coversArguments() {
			return this.method.indexOf('(') >= 0;
		}

	}

}
