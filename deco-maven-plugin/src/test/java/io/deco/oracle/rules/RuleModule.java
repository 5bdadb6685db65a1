package io.deco.oracle.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.deco.analysis.MethodAnalyzer;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.forks.ConcurrentCalls;
import io.deco.weave.ModuleWeaver;
import io.deco.weave.WovenModule;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes of all rules, analysed and woven as a module.
 */
record RuleModule(List<Rule> rules, WovenModule woven) {

	static RuleModule build(Path folder, List<Path> classPath) throws IOException {
		Map<String, RuleProgram> programs = new LinkedHashMap<>();
		Map<String, byte[]> classes = new LinkedHashMap<>();
		Files.createDirectories(folder.resolve("rules"));
		for (RuleProgram program : programs()) {
			String name = "rules/Rule" + programs.size();
			byte[] bytes = new RuleClass(program, name).write();
			programs.put(name, program);
			classes.put(name, bytes);
			Files.write(folder.resolve(name + ".class"), bytes);
		}
		try (ClassIndex index = ClassIndex.open(List.of(folder), classPath)) {
			Effects effects = new Effects(index);
			MethodAnalyzer analyzer = new MethodAnalyzer(index, new ConcurrentCalls(index, effects), effects);
			WovenModule woven = new ModuleWeaver(index).weave();
			List<Rule> rules = new ArrayList<>();
			programs.forEach((name, program) -> {
				byte[] plain = Objects.requireNonNull(classes.get(name));
				rules.add(new Rule(program, name, Map.of(name, plain),
						Map.of(name, woven.classes().getOrDefault(name, plain)), analyses(analyzer, program, plain)));
			});
			return new RuleModule(rules, woven);
		}
	}

	static List<RuleProgram> programs() {
		return Stream.concat(InstructionPrograms.all().stream(), CallPrograms.all().stream()).toList();
	}

	private static Map<Situation, MethodAnalyzer.Analysis> analyses(MethodAnalyzer analyzer, RuleProgram program,
			byte[] bytes) {
		Map<Situation, MethodAnalyzer.Analysis> analyses = new LinkedHashMap<>();
		if (program.isOld()) {
			return analyses;
		}
		ClassNode type = read(bytes);
		MethodAnalyzer.SourceType source = new MethodAnalyzer.SourceType(type.name, "Rule.java");
		Situation.of(program)
			.forEach((situation) -> analyses.put(situation,
					analyzer.analyze(source, method(type, situation), situation.method())));
		return analyses;
	}

	private static ClassNode read(byte[] bytes) {
		ClassNode type = new ClassNode();
		new ClassReader(bytes).accept(type, ClassReader.SKIP_FRAMES);
		return type;
	}

	private static MethodNode method(ClassNode type, Situation situation) {
		return type.methods.stream()
			.filter((method) -> method.name.equals(situation.method()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * A program with all that was found out about it.
	 *
	 * @param program the program
	 * @param name the internal name of its class
	 * @param plain the class as it was written, by its name
	 * @param woven the class as it was woven, by its name
	 * @param analyses what the analysis said of it, by what is pending
	 */
	record Rule(RuleProgram program, String name, Map<String, byte[]> plain, Map<String, byte[]> woven,
			Map<Situation, MethodAnalyzer.Analysis> analyses) {

		MethodNode wovenMethod(Situation situation) {
			return method(read(Objects.requireNonNull(this.woven.get(this.name))), situation);
		}

		@Override
		public String toString() {
			return this.program.section() + ": " + this.program;
		}

	}

}
