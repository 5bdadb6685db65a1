package io.deco.analysis.settings;

import java.util.List;
import java.util.stream.Stream;

import io.deco.analysis.classpath.ClassIndex;

/**
 * What a build says of methods that cannot be annotated.
 *
 * @param sideEffectFree methods that change nothing which others observe
 * @param concurrent methods whose calls may overlap
 */
public record Declarations(MethodPatterns sideEffectFree, MethodPatterns concurrent) {

	/** Nothing is said. */
	public static final Declarations NONE = new Declarations(MethodPatterns.NONE, MethodPatterns.NONE);

	/**
	 * Finds patterns that match nothing.
	 * @param index all classes
	 * @return a message for each
	 */
	public List<String> unmatched(ClassIndex index) {
		return Stream.of(this.sideEffectFree, this.concurrent)
			.flatMap((patterns) -> patterns.unmatched(index).stream())
			.toList();
	}

}
