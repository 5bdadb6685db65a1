package io.deco.weave;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.tools.ant.MagicNames;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's snippets for other build tools weave, as they are written there.
 */
class ReadmeBuildTests {

	private static final String SHOP = """
			package com.example;
			import io.deco.Concurrent;
			import io.deco.Synchronized;
			public class Shop {
				@Concurrent public int quote(String item) {
					return item.length();
				}
				@Synchronized public int sum() {
					int a = quote("a");
					int b = quote("bc");
					return a + b;
				}
			}
			""";

	private static final Pattern ARGUMENT = Pattern.compile("arg value: (.+)");

	/** What an application and the plugin need, outside of Maven. */
	private static final Pattern NEEDED = Pattern.compile("^(asm|aspectjweaver|deco|jackson-core|jspecify)-");

	@TempDir
	private Path project = Path.of("");

	@BeforeEach
	void writeProject() throws IOException {
		Path sources = Files.createDirectories(this.project.resolve("src/com/example"));
		Files.writeString(sources.resolve("Shop.java"), SHOP);
	}

	@Test
	void antWeavesWhatItCompiles() throws IOException {
		copyClassPath(Files.createDirectories(this.project.resolve("lib")));
		copyClassPath(Files.createDirectories(this.project.resolve("tools")));
		Path build = this.project.resolve("build.xml");
		Files.writeString(build, snippet("xml", "<project name"));
		Project ant = new Project();
		ant.init();
		// As Ant's command line does; otherwise it is what Surefire calls its own
		ant.setUserProperty(MagicNames.PROJECT_BASEDIR, this.project.toString());
		ProjectHelper.configureProject(ant, build.toFile());
		ant.executeTarget(ant.getDefaultTarget());
		assertIsWoven(this.project.resolve("build/classes"), this.project.resolve("build/deco"));
	}

	@Test
	void gradleGivesArgumentsThatWeave() throws Exception {
		Path classes = compile("build/classes/java/main");
		Path output = this.project.resolve("build/deco");
		Map<String, String> values = Map.of(
				"(sourceSets.main.compileClasspath + sourceSets.main.runtimeClasspath).asPath",
				System.getProperty("java.class.path"), "sourceSets.main.java.srcDirs.join(File.pathSeparator)",
				this.project.resolve("src").toString(), "output", output.toString(),
				"sourceSets.main.output.classesDirs.singleFile", classes.toString());
		String snippet = snippet("groovy", "configurations {");
		assertThat(snippet).contains("ant.java(classname: '" + Main.class.getName() + "'");
		List<String> arguments = new ArrayList<>();
		Matcher argument = ARGUMENT.matcher(snippet);
		while (argument.find()) {
			String value = argument.group(1);
			arguments.add(value.startsWith("'") ? value.substring(1, value.length() - 1) : values.get(value));
		}
		assertThat(arguments).doesNotContainNull().hasSize(7);
		runMain(arguments);
		assertIsWoven(classes, output);
	}

	@Test
	void commandLineWeaves() throws Exception {
		Path classes = compile("build/classes");
		String classPath = System.getProperty("java.class.path");
		List<String> words = new ArrayList<>(List.of(snippet("", "java -cp").strip().split(" ", -1)));
		assertThat(words.subList(0, 4)).containsExactly("java", "-cp", "…", Main.class.getName());
		words.subList(0, 4).clear();
		words.replaceAll((word) -> switch (word) {
			case "…" -> classPath;
			case "src/main/java" -> this.project.resolve("src").toString();
			case "build/classes" -> classes.toString();
			default -> word;
		});
		runMain(words);
		assertIsWoven(classes, this.project.resolve("build/deco"));
	}

	private Path compile(String folder) throws IOException {
		Path classes = Files.createDirectories(this.project.resolve(folder));
		JavaSources.compile(classes, SHOP);
		return classes;
	}

	private void runMain(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), Main.class.getName()));
		command.addAll(arguments);
		Path log = this.project.resolve("log");
		int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		assertThat(code).as(Files.readString(log)).isZero();
	}

	private static void assertIsWoven(Path classes, Path output) throws IOException {
		assertThat(new String(JavaSources.read(classes, "com/example/Shop"), StandardCharsets.ISO_8859_1))
			.contains("io/deco/runtime/WovenCalls");
		assertThat(output.resolve("report.html")).content().contains("<mark");
		assertThat(output.resolve("report.txt")).content().contains("Shop.java:9: Shop.quote forked");
	}

	/**
	 * The only block of a language that starts with a text.
	 */
	private static String snippet(String language, String start) throws IOException {
		Matcher block = Pattern
			.compile("^```" + language + "\\n(" + Pattern.quote(start) + ".*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
			.matcher(Files.readString(Path.of("../README.md")));
		assertThat(block.find()).as(start).isTrue();
		String text = block.group(1);
		assertThat(block.find()).as(start).isFalse();
		return text;
	}

	private static void copyClassPath(Path folder) throws IOException {
		int number = 0;
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			Path path = Path.of(entry);
			Path jar = folder.resolve("library" + ++number + ".jar");
			if (Files.isDirectory(path)) {
				pack(path, jar);
			}
			else if (NEEDED.matcher(String.valueOf(path.getFileName())).find()) {
				Files.copy(path, jar);
			}
		}
	}

	private static void pack(Path folder, Path jar) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(folder)) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
				Files.copy(file, out);
			}
		}
	}

}
