package io.deco.weave;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.deco.analysis.RemarkSelection;
import io.deco.analysis.settings.Declarations;
import io.deco.analysis.settings.InvalidSettingException;
import io.deco.analysis.settings.MethodPatterns;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command line. Options that take a value take it as the next argument
 * or after an equals sign.
 */
final class CommandLine {

	static final String HELP = """
			Usage: java -cp <this jar and what it needs> io.deco.weave.Main [options] <class folder>...

			Weaves the @Synchronized methods of a module in place. Its class folders are given together.
			Weave after each compilation: what has been woven before is woven anew from a copy.

			  --classpath, -cp <path>    class path that the classes are compiled and run with
			  --output <folder>          where the classes are kept as the compiler wrote them, next to nothing
			                             else; "deco" beside the first class folder unless given
			  --cache <folder>           where is remembered what the jars of the class path hold, to read them once;
			                             builds may share it, and it may be deleted; nothing is remembered unless
			                             given
			  --report <folder>          where report.html, report.txt and report.json go; the output folder
			                             unless given
			  --sources <path>           source folders, which report.html shows
			  --title <text>             what report.html is about
			  --side-effect-free <pattern>, --concurrent <pattern>
			                             methods that are so without an annotation: com.acme.Money, com.acme.**,
			                             com.acme.Clock#now or com.acme.Geo#distance*(..); may be repeated
			  --fail-on <remark>         barrier, sequential or unwoven, or one of these, a colon and a part of the
			                             reason; may be repeated
			  --restore                  restores the classes as the compiler wrote them
			  --help, -h                 prints this

			Ends with 0 if all went well, 1 if a remark was found that --fail-on names, 2 if the arguments are
			wrong, and 3 if the classes cannot be woven.
			""";

	private static final Set<String> VALUES = Set.of("--classpath", "--output", "--cache", "--report", "--sources",
			"--title", "--side-effect-free", "--concurrent", "--fail-on");

	private static final Set<String> REPEATED = Set.of("--side-effect-free", "--concurrent", "--fail-on");

	private static final Set<String> FLAGS = Set.of("--restore", "--help");

	private static final Map<String, String> SHORT = Map.of("-cp", "--classpath", "-h", "--help");

	private final Map<String, List<String>> options = new LinkedHashMap<>();

	private final List<Path> classes = new ArrayList<>();

	/**
	 * Reads arguments.
	 * @param arguments the arguments
	 * @throws InvalidSettingException if they cannot be understood
	 */
	CommandLine(List<String> arguments) {
		int position = 0;
		boolean onlyFolders = false;
		while (position < arguments.size()) {
			String argument = arguments.get(position++);
			if (onlyFolders || !argument.startsWith("-")) {
				this.classes.add(path(argument, "The class folder"));
				continue;
			}
			if (argument.equals("--")) {
				onlyFolders = true;
				continue;
			}
			int equals = argument.indexOf('=');
			String written = (equals < 0) ? argument : argument.substring(0, equals);
			String name = SHORT.getOrDefault(written, written);
			if (FLAGS.contains(name) && equals < 0) {
				add(name, "");
			}
			else if (!VALUES.contains(name)) {
				throw new InvalidSettingException("The option %s is not known.".formatted(argument));
			}
			else if (equals >= 0) {
				add(name, argument.substring(equals + 1));
			}
			else if (position < arguments.size()) {
				add(name, arguments.get(position++));
			}
			else {
				throw new InvalidSettingException("The option %s needs a value.".formatted(written));
			}
		}
	}

	private void add(String name, String value) {
		List<String> values = this.options.computeIfAbsent(name, (key) -> new ArrayList<>());
		if (!values.isEmpty() && !REPEATED.contains(name)) {
			throw new InvalidSettingException("The option %s is given twice.".formatted(name));
		}
		values.add(value);
	}

	boolean has(String flag) {
		return this.options.containsKey(flag);
	}

	/**
	 * Returns the settings of the run that the arguments describe.
	 * @throws InvalidSettingException if an argument is missing or wrong
	 */
	WeaveRun.Settings settings() {
		if (this.classes.isEmpty()) {
			throw new InvalidSettingException("No class folder is given.");
		}
		for (Path folder : this.classes) {
			if (!folder.toFile().isDirectory()) {
				throw new InvalidSettingException("The class folder %s is not a folder.".formatted(folder));
			}
		}
		Path first = this.classes.get(0).toAbsolutePath().normalize();
		String output = value("--output");
		Path copies = (output != null) ? path(output, "The option --output") : first.resolveSibling("deco");
		if (this.classes.stream().anyMatch((folder) -> isWithin(copies, folder))) {
			throw new InvalidSettingException(
					"The option --output is %s, which is in a class folder.".formatted(copies));
		}
		String cache = value("--cache");
		String report = value("--report");
		String title = value("--title");
		Declarations declarations = new Declarations(
				MethodPatterns.of("--side-effect-free", values("--side-effect-free")),
				MethodPatterns.of("--concurrent", values("--concurrent")));
		return new WeaveRun.Settings(List.copyOf(this.classes), paths("--classpath"), copies,
				(cache != null) ? path(cache, "The option --cache") : null,
				(report != null) ? path(report, "The option --report") : copies, "report", Path.of(""),
				(title != null) ? title : String.valueOf(first.getFileName()), paths("--sources"), declarations,
				RemarkSelection.of("--fail-on", values("--fail-on")));
	}

	private static boolean isWithin(Path path, Path folder) {
		return path.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
	}

	private List<String> values(String name) {
		return this.options.getOrDefault(name, List.of());
	}

	private @Nullable String value(String name) {
		List<String> values = values(name);
		return values.isEmpty() ? null : values.get(0);
	}

	private List<Path> paths(String name) {
		String value = value(name);
		return (value != null) ? Pattern.compile(File.pathSeparator, Pattern.LITERAL)
			.splitAsStream(value)
			.filter((entry) -> !entry.isEmpty())
			.map((entry) -> path(entry, "The option " + name))
			.toList() : List.of();
	}

	private static Path path(String text, String where) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new InvalidSettingException("%s is not a path: %s".formatted(where, ex.getMessage()));
		}
	}

}
