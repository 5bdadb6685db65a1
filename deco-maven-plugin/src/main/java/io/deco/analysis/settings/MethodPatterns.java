package io.deco.analysis.settings;

import java.util.Collection;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;

/**
 * The patterns of one setting of a build.
 *
 * @see MethodPattern
 */
public final class MethodPatterns {

	/** No method. */
	public static final MethodPatterns NONE = new MethodPatterns("", List.of());

	private final String setting;

	private final List<MethodPattern> patterns;

	private MethodPatterns(String setting, List<MethodPattern> patterns) {
		this.setting = setting;
		this.patterns = patterns;
	}

	/**
	 * Reads patterns.
	 * @param setting the setting that they were written for
	 * @param patterns the patterns, such as {@code com.acme.Geo#distance*(..)}
	 * @return the patterns
	 * @throws InvalidSettingException if one cannot be understood
	 */
	public static MethodPatterns of(String setting, Collection<String> patterns) {
		return patterns.isEmpty() ? NONE : new MethodPatterns(setting,
				patterns.stream().map((pattern) -> MethodPattern.parse(setting, pattern)).toList());
	}

	/**
	 * Whether one of the patterns matches a method. A pattern is about code that its
	 * users call, not about what runs when a class is initialised.
	 */
	public boolean match(DeclaredMethod declared) {
		return !declared.method().name.equals("<clinit>")
				&& this.patterns.stream().anyMatch((pattern) -> pattern.matches(declared));
	}

	/**
	 * Whether a pattern that spells out the name of a method matches it.
	 */
	boolean name(DeclaredMethod declared) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.namesMethod() && pattern.matches(declared));
	}

	boolean matchType(String internalName) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matchesType(internalName));
	}

	/**
	 * Finds the patterns that were written in vain, which a slip of the pen does.
	 * @param index all classes
	 * @return a message for each pattern that matches no class, or no method of one
	 */
	List<String> unmatched(ClassIndex index) {
		return this.patterns.stream()
			.filter((pattern) -> index.names().stream().noneMatch((name) -> matches(pattern, name, index))
					&& !matches(pattern, pattern.typeName(), index))
			.map((pattern) -> "the pattern '" + pattern + "' of " + this.setting + " matches no method")
			.toList();
	}

	private static boolean matches(MethodPattern pattern, String type, ClassIndex index) {
		if (!pattern.matchesType(type)) {
			return false;
		}
		var node = index.find(type);
		return node != null
				&& node.methods.stream().anyMatch((method) -> pattern.matches(new DeclaredMethod(node, method)));
	}

}
