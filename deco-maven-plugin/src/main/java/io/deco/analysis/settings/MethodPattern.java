package io.deco.analysis.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Methods named in a build: {@code com.acme.Money}, {@code com.acme.*},
 * {@code com.acme.**}, {@code com.acme.Clock#now}, {@code com.acme.Geo#distance*(..)} or
 * {@code com.acme.Geo#distance(Point, double[])}.
 * <p>
 * A class is named as byte code names it, with {@code $} before a nested class. In a name
 * {@code *} stands for any letters, between dots {@code **} for any packages.
 */
final class MethodPattern {

	private static final String SEGMENT = "(?:[\\p{L}_$*][\\p{L}\\w$*]*)";

	private static final Pattern SYNTAX = Pattern.compile("(?<type>" + SEGMENT + "(?:\\." + SEGMENT
			+ ")*)(?:#(?<method><init>|" + SEGMENT + ")(?:\\((?<arguments>[^()]*)\\))?)?",
			Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern ARGUMENT = Pattern.compile("(?:" + SEGMENT + "(?:\\." + SEGMENT + ")*(?:\\[\\])*)",
			Pattern.UNICODE_CHARACTER_CLASS);

	private final String text;

	private final Pattern type;

	private final @Nullable Pattern method;

	private final boolean spelledOut;

	private final @Nullable List<Pattern> arguments;

	private MethodPattern(String text, String type, @Nullable String method, @Nullable List<Pattern> arguments) {
		this.text = text;
		this.type = typePattern(type);
		this.method = (method != null) ? namePattern(method) : null;
		this.spelledOut = method != null && !method.contains("*");
		this.arguments = arguments;
	}

	/**
	 * Reads a pattern.
	 * @param setting the setting that it was written for
	 * @param text the pattern
	 * @return the pattern
	 * @throws InvalidSettingException if it cannot be understood
	 */
	static MethodPattern parse(String setting, String text) {
		Matcher matcher = SYNTAX.matcher(text.strip());
		if (!matcher.matches() || text.contains("***")) {
			throw invalid(setting, text);
		}
		String method = matcher.group("method");
		String arguments = matcher.group("arguments");
		return new MethodPattern(text.strip(), matcher.group("type"), method,
				(arguments != null && !arguments.strip().equals("..")) ? arguments(setting, text, arguments) : null);
	}

	private static List<Pattern> arguments(String setting, String text, String arguments) {
		List<Pattern> patterns = new ArrayList<>();
		if (!arguments.isBlank()) {
			for (String argument : arguments.split(",", -1)) {
				if (!ARGUMENT.matcher(argument.strip()).matches()) {
					throw invalid(setting, text);
				}
				patterns.add(typePattern(argument.strip()));
			}
		}
		return patterns;
	}

	private static InvalidSettingException invalid(String setting, String text) {
		return new InvalidSettingException("The parameter %s has the pattern '%s', which cannot be understood. "
			.formatted(setting, text)
				+ "Write a class (com.acme.Money), all classes of a package (com.acme.*) or of those below it too "
				+ "(com.acme.**), or a method of such classes (com.acme.Clock#now, com.acme.Geo#distance*(..), "
				+ "com.acme.Geo#distance(Point, double[])).");
	}

	private static Pattern typePattern(String name) {
		StringBuilder regex = new StringBuilder();
		for (String segment : name.split("\\.", -1)) {
			regex.append(segment.equals("**") ? "(?:[^.]+\\.)*" : namePattern(segment).pattern() + "\\.");
		}
		return Pattern.compile(regex.toString());
	}

	private static Pattern namePattern(String name) {
		StringBuilder regex = new StringBuilder();
		for (String part : name.split("(?<=\\*)|(?=\\*)", -1)) {
			regex.append(part.equals("*") ? "[^.]*" : Pattern.quote(part));
		}
		return Pattern.compile(regex.toString());
	}

	/**
	 * Whether some method of a class may match.
	 */
	boolean matchesType(String internalName) {
		// Each name ends with a dot, so that packages can be left out
		return this.type.matcher(internalName.replace('/', '.') + ".").matches();
	}

	/**
	 * Whether a method matches that its class declares.
	 */
	boolean matches(DeclaredMethod declared) {
		return matchesType(declared.type().name)
				&& (this.method == null || this.method.matcher(declared.method().name).matches())
				&& matchesArguments(Type.getArgumentTypes(declared.method().desc));
	}

	private boolean matchesArguments(Type[] types) {
		if (this.arguments == null) {
			return true;
		}
		if (types.length != this.arguments.size()) {
			return false;
		}
		for (int i = 0; i < types.length; i++) {
			String name = types[i].getClassName();
			Pattern argument = this.arguments.get(i);
			if (!argument.matcher(name + ".").matches() && !argument.matcher(simple(name) + ".").matches()) {
				return false;
			}
		}
		return true;
	}

	private static String simple(String name) {
		return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
	}

	/**
	 * Whether the pattern spells the name of the method out, instead of taking in all
	 * that there are.
	 */
	boolean namesMethod() {
		return this.spelledOut;
	}

	/**
	 * The internal name of the only class that can match, if the pattern names one.
	 */
	String typeName() {
		int end = this.text.indexOf('#');
		return ((end < 0) ? this.text : this.text.substring(0, end)).replace('.', '/');
	}

	@Override
	public String toString() {
		return this.text;
	}

}
