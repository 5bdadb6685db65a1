package io.deco.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.weave.FieldReadWeaver;
import io.deco.weave.ModuleWeaver;
import io.deco.weave.Weaver;
import io.deco.weave.WovenModule;

/**
 * Weaves the classes of all cases as the plugin weaves a module.
 */
public final class Weaving {

	private final List<Path> classPath;

	private final boolean verifies;

	public Weaving(List<Path> classPath) {
		this(classPath, true);
	}

	/**
	 * Creates a weaving.
	 * @param classPath what the classes are woven against
	 * @param verifies whether the woven classes are verified, as the plugin does; if not,
	 * the JVM does when they are loaded, which is cheaper
	 */
	public Weaving(List<Path> classPath, boolean verifies) {
		this.classPath = classPath;
		this.verifies = verifies;
	}

	public List<Program> weave(Map<String, String> sources, Map<String, byte[]> classes) {
		WovenModule module = weave(classes);
		List<Program> programs = new ArrayList<>();
		sources.forEach((name, source) -> {
			String main = Program.PACKAGE + name.replace('/', '.');
			programs.add(new Program(name, source, select(main, classes), select(main, module.classes()),
					module.remarks().stream().filter((remark) -> belongs(main, remark.type())).toList()));
		});
		return programs;
	}

	WovenModule weave(Map<String, byte[]> classes) {
		try {
			Path folder = Files.createTempDirectory("oracle");
			try {
				return weave(classes, folder);
			}
			finally {
				delete(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private WovenModule weave(Map<String, byte[]> classes, Path folder) throws IOException {
		for (Map.Entry<String, byte[]> file : classes.entrySet()) {
			Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
		try (ClassIndex index = ClassIndex.open(List.of(folder), this.classPath)) {
			WovenModule module = this.verifies ? new ModuleWeaver(index).weave() : weave(index);
			return new WovenModule(binaryNames(module.classes()), module.remarks());
		}
	}

	private static WovenModule weave(ClassIndex index) {
		WovenModule rewritten = new Weaver(index).weave(index.moduleClasses());
		return new WovenModule(new FieldReadWeaver(index).weave(rewritten.classes()), rewritten.remarks());
	}

	static void delete(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	private static Map<String, byte[]> binaryNames(Map<String, byte[]> classes) {
		return classes.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().replace('/', '.'), Map.Entry::getValue));
	}

	/**
	 * The class files of one case among those of many.
	 */
	static Map<String, byte[]> select(String main, Map<String, byte[]> classes) {
		Map<String, byte[]> selected = new TreeMap<>(classes);
		selected.keySet().removeIf((name) -> !belongs(main, name));
		return selected;
	}

	/**
	 * Whether a class is of a case. Kotlin has another class for what a file has at its
	 * top.
	 */
	private static boolean belongs(String main, String type) {
		String top = type.substring(0, (type + '$').indexOf('$'));
		return top.equals(main) || top.equals(main + "Kt");
	}

}
