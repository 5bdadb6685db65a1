package io.deco.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some compiled cases that are woven together.
 *
 * @param cases their names
 * @param classes all their class files, by binary name
 */
record CaseModule(List<String> cases, Map<String, byte[]> classes) {

	private static final String ALONE = "alone/";

	/**
	 * Compiles all cases.
	 * @return each case as a module of its own, by name
	 */
	static Map<String, CaseModule> compile() {
		List<String> names = List.copyOf(Programs.sources().keySet());
		return compile(names);
	}

	/**
	 * Compiles some cases.
	 * @param names their names
	 * @return each case as a module of its own, by name
	 */
	static Map<String, CaseModule> compile(Collection<String> names) {
		List<Path> files = names.stream().map(Programs::file).toList();
		Map<String, byte[]> classes = new Compilation(Form.JAVAC, Programs.classPath()).compile(files);
		Map<String, CaseModule> modules = new TreeMap<>();
		names.forEach((name) -> modules.put(name, new CaseModule(List.of(name), of(name, classes))));
		return modules;
	}

	/**
	 * Puts the cases of each folder together, those of {@code alone} excepted.
	 * @param cases each case as a module of its own
	 * @return the modules of the folders
	 */
	static List<CaseModule> folders(Collection<CaseModule> cases) {
		return List.copyOf(cases.stream()
			.collect(Collectors.toMap(CaseModule::folder, (module) -> module, CaseModule::with, TreeMap::new))
			.values());
	}

	private String folder() {
		String name = this.cases.get(0);
		return name.startsWith(ALONE) ? name : name.substring(0, name.indexOf('/'));
	}

	private CaseModule with(CaseModule other) {
		List<String> names = new ArrayList<>(this.cases);
		names.addAll(other.cases);
		Map<String, byte[]> all = new TreeMap<>(this.classes);
		all.putAll(other.classes);
		return new CaseModule(List.copyOf(names), all);
	}

	/**
	 * The class files of one case among those of many.
	 */
	static Map<String, byte[]> of(String name, Map<String, byte[]> classes) {
		return Weaving.select(Program.PACKAGE + name.replace('/', '.'), classes);
	}

}
