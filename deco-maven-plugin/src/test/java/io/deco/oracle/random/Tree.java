package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A piece of source, made of text and smaller pieces.
 *
 * @param kind what it is
 * @param name the form it was made by
 * @param type the type of an expression, else empty
 * @param parts strings and trees
 */
record Tree(Kind kind, String name, String type, List<Object> parts) {

	static Tree text(String text) {
		return new Tree(Kind.TEXT, "", "", List.of(text));
	}

	List<Tree> children() {
		List<Tree> children = new ArrayList<>();
		this.parts.forEach((part) -> {
			if (part instanceof Tree tree) {
				children.add(tree);
			}
		});
		return children;
	}

	void visit(Consumer<Tree> visitor) {
		visitor.accept(this);
		children().forEach((child) -> child.visit(visitor));
	}

	/**
	 * Returns this tree with another one, or nothing, in place of one of its pieces.
	 */
	Tree replace(Tree piece, @Nullable Tree replacement) {
		List<Object> changed = new ArrayList<>();
		boolean same = true;
		for (Object part : this.parts) {
			Object now = part;
			if (part == piece) {
				now = replacement;
			}
			else if (part instanceof Tree tree) {
				now = tree.replace(piece, replacement);
			}
			same &= now == part;
			if (now != null) {
				changed.add(now);
			}
		}
		return same ? this : new Tree(this.kind, this.name, this.type, changed);
	}

	void print(StringBuilder text) {
		for (Object part : this.parts) {
			if (part instanceof Tree tree) {
				tree.print(text);
			}
			else {
				text.append(part);
			}
		}
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		print(text);
		return text.toString();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * What a piece of source is.
	 */
	enum Kind {

		/** What cannot be left out. */
		TEXT,

		/** A field or a method. */
		MEMBER,

		/** Statements in braces. */
		BLOCK,

		/** A statement. */
		STATEMENT,

		/** An expression. */
		EXPRESSION

	}

}
