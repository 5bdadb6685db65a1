package io.deco.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Splits source lines into what a reader tells apart: comments, strings, words and the
 * rest. Follows comments and text blocks from line to line.
 */
final class SourceTokens {

	private static final String COMMENT = "/*";

	private static final String END_OF_COMMENT = "*/";

	private static final String BLOCK = "\"\"\"";

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
		for (int from = 0; from < line.length();) {
			Token token = (this.open != Kind.OTHER) ? close(line, from) : next(line, from);
			tokens.add(token);
			from += token.text().length();
		}
		return tokens;
	}

	private Token close(String line, int from) {
		Kind kind = this.open;
		String mark = (kind == Kind.COMMENT) ? END_OF_COMMENT : BLOCK;
		int end = line.indexOf(mark, from);
		while (end > 0 && kind == Kind.STRING && line.charAt(end - 1) == '\\') {
			end = line.indexOf(mark, end + 1);
		}
		if (end < 0) {
			return new Token(kind, line.substring(from));
		}
		this.open = Kind.OTHER;
		return new Token(kind, line.substring(from, end + mark.length()));
	}

	private Token next(String line, int from) {
		if (line.startsWith("//", from)) {
			return new Token(Kind.COMMENT, line.substring(from));
		}
		if (line.startsWith(COMMENT, from)) {
			this.open = Kind.COMMENT;
			return new Token(Kind.COMMENT, COMMENT);
		}
		if (line.startsWith(BLOCK, from)) {
			this.open = Kind.STRING;
			return new Token(Kind.STRING, BLOCK);
		}
		int first = line.codePointAt(from);
		if (isStart(first)) {
			String word = line.substring(from, end(line, from, SourceTokens::isPart));
			return new Token(KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.WORD, word);
		}
		if (isDigit(first)) {
			return new Token(Kind.NUMBER,
					line.substring(from, end(line, from, (part) -> isAscii(part) || part == '.')));
		}
		if (Character.isWhitespace(first)) {
			return new Token(Kind.OTHER, line.substring(from, end(line, from, Character::isWhitespace)));
		}
		int end = (first == '@') ? endOfAnnotation(line, from) : endOfString(line, from);
		if (end > from) {
			return new Token((first == '@') ? Kind.ANNOTATION : Kind.STRING, line.substring(from, end));
		}
		return new Token(Kind.OTHER, line.substring(from, from + Character.charCount(first)));
	}

	private static int endOfAnnotation(String line, int from) {
		int end = end(line, from + 1, (part) -> isAscii(part) || part == '.' || part == '$');
		return (end > from + 1 && !line.substring(from, end).equals("@interface")) ? end : from;
	}

	/** A string ends with its line, a character does not. */
	private static int endOfString(String line, int from) {
		char quote = line.charAt(from);
		if (quote != '"' && quote != '\'') {
			return from;
		}
		int end = from + 1;
		while (end < line.length() && line.charAt(end) != quote) {
			end += (line.charAt(end) == '\\') ? 2 : 1;
		}
		if (end < line.length()) {
			return (quote == '"' || end > from + 1) ? end + 1 : from;
		}
		return (quote == '"') ? line.length() : from;
	}

	private static int end(String line, int from, IntPredicate part) {
		int end = from;
		while (end < line.length() && part.test(line.codePointAt(end))) {
			end += Character.charCount(line.codePointAt(end));
		}
		return end;
	}

	private static boolean isStart(int character) {
		return Character.isLetter(character) || character == '_' || character == '$';
	}

	private static boolean isPart(int character) {
		return isStart(character) || isDigit(character);
	}

	private static boolean isAscii(int character) {
		return isPart(character) && character < 128 && character != '$';
	}

	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
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
