package io.deco.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits source lines into what a reader tells apart: comments, strings, words and the
 * rest. Follows comments and text blocks from line to line.
 */
final class SourceTokens {

	private static final Pattern TOKEN = Pattern
		.compile("(?<comment>//.*)|(?<open>/\\*)|(?<block>\"\"\")|(?<string>\"(?:\\\\.|[^\"\\\\])*\"?"
				+ "|'(?:\\\\.|[^'\\\\])+')|(?<annotation>@(?!interface\\b)[\\w.$]+)|(?<word>[\\p{L}_$][\\p{L}\\w$]*)"
				+ "|(?<number>\\d[\\w.]*)|(?<other>\\s+|.)", Pattern.DOTALL);

	private static final Pattern END_OF_COMMENT = Pattern.compile("\\*/");

	private static final Pattern END_OF_BLOCK = Pattern.compile("(?<!\\\\)\"\"\"");

	private static final Set<String> KEYWORDS = Set.of("abstract", "assert", "boolean", "break", "byte", "case",
			"catch", "char", "class", "continue", "default", "do", "double", "else", "enum", "extends", "false",
			"final", "finally", "float", "for", "if", "implements", "import", "instanceof", "int", "interface", "long",
			"native", "new", "null", "package", "private", "protected", "public", "record", "return", "sealed", "short",
			"static", "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true",
			"try", "var", "void", "volatile", "while", "yield", "fun", "val", "when", "object", "override");

	private final List<List<Token>> lines = new ArrayList<>();

	private Kind open = Kind.OTHER;

	private SourceTokens() {
	}

	/**
	 * Splits each line of a file.
	 * @param source the lines
	 * @return the tokens of each line, which joined give the line
	 */
	static List<List<Token>> of(List<String> source) {
		SourceTokens tokens = new SourceTokens();
		source.forEach((line) -> tokens.lines.add(tokens.split(line)));
		return tokens.lines;
	}

	private List<Token> split(String line) {
		List<Token> tokens = new ArrayList<>();
		int position = 0;
		Matcher matcher = TOKEN.matcher(line);
		while (position < line.length()) {
			if (this.open != Kind.OTHER) {
				position = close(line, position, tokens);
				continue;
			}
			matcher.find(position);
			Kind kind = kind(matcher);
			position = matcher.end();
			if (matcher.group("open") != null || matcher.group("block") != null) {
				this.open = kind;
			}
			tokens.add(new Token(kind, matcher.group()));
		}
		return tokens;
	}

	private int close(String line, int from, List<Token> tokens) {
		Matcher end = ((this.open == Kind.COMMENT) ? END_OF_COMMENT : END_OF_BLOCK).matcher(line);
		boolean closes = end.find(from);
		int to = closes ? end.end() : line.length();
		tokens.add(new Token(this.open, line.substring(from, to)));
		if (closes) {
			this.open = Kind.OTHER;
		}
		return to;
	}

	private static Kind kind(Matcher matcher) {
		if (matcher.group("comment") != null || matcher.group("open") != null) {
			return Kind.COMMENT;
		}
		if (matcher.group("string") != null || matcher.group("block") != null) {
			return Kind.STRING;
		}
		if (matcher.group("annotation") != null) {
			return Kind.ANNOTATION;
		}
		String word = matcher.group("word");
		if (word != null) {
			return KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.WORD;
		}
		return (matcher.group("number") != null) ? Kind.NUMBER : Kind.OTHER;
	}

	/**
	 * A part of a line.
	 *
	 * @param kind what it is
	 * @param text its text
	 */
	record Token(Kind kind, String text) {
	}

	/**
	 * What a part of a line is.
	 */
	enum Kind {

		COMMENT, STRING, ANNOTATION, KEYWORD, WORD, NUMBER, OTHER

	}

}
