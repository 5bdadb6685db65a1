package io.deco.weave;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.deco.Concurrent;

import static org.assertj.core.api.Assertions.assertThat;

class MainTests {

	private static final String SHOP = """
			package com.example;
			import io.deco.*;
			public class Shop {
				@Concurrent int quote(String item) {
					return item.length();
				}
				@Synchronized int sum(Shop.Box box) {
					box.value = quote("book");
					Thread.yield();
					return box.value;
				}
				static class Box {
					int value;
				}
			}
			""";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path project = Path.of("");

	private Path classes = Path.of("");

	private Path shop = Path.of("");

	@BeforeEach
	void compile() throws IOException {
		this.classes = Files.createDirectories(this.project.resolve("build/main"));
		this.shop = this.classes.resolve("com/example/Shop.class");
		JavaSources.compile(this.classes, SHOP);
	}

	@Test
	void weavesInPlaceAndReports() throws Exception {
		byte[] compiled = Files.readAllBytes(this.shop);
		Path sources = Files.createDirectories(this.project.resolve("src/com/example"));
		Files.writeString(sources.resolve("Shop.java"), SHOP);
		assertThat(run("--classpath", runtime(), "--sources", this.project.resolve("src").toString(), "--title",
				"The shop", "--report=" + this.project.resolve("reports"), this.classes.toString()))
			.isZero();
		assertThat(Files.readAllBytes(this.shop)).isNotEqualTo(compiled);
		assertThat(this.project.resolve("build/deco/main/com/example/Shop.class")).hasBinaryContent(compiled);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("Shop.java:8: Shop.quote forked")
			.contains("deco: 1 method woven, 1 call overlaps");
		assertThat(this.project.resolve("reports/report.html")).content().contains("The shop", "<mark");
		assertThat(this.project.resolve("reports/report.json")).exists();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEmpty();
	}

	@Test
	void weavesAgainToTheSameBytesAndRestores() throws Exception {
		byte[] compiled = Files.readAllBytes(this.shop);
		assertThat(run("-cp", runtime(), this.classes.toString())).isZero();
		byte[] woven = Files.readAllBytes(this.shop);
		assertThat(run("-cp", runtime(), this.classes.toString())).isZero();
		assertThat(this.shop).hasBinaryContent(woven);
		assertThat(run("--restore", "--", this.classes.toString())).isZero();
		assertThat(this.shop).hasBinaryContent(compiled);
	}

	@Test
	void remembersWhatTheJarsOfTheClassPathHold() throws Exception {
		Path cache = this.project.resolve("cache/deco");
		String classPath = runtime() + File.pathSeparator + home(NullMarked.class);
		List<byte[]> woven = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			assertThat(run("-cp", classPath, "--cache", cache.toString(), this.classes.toString())).isZero();
			woven.add(Files.readAllBytes(this.shop));
			assertThat(run("--restore", this.classes.toString())).isZero();
			assertThat(cache).isDirectoryContaining((file) -> file.toString().endsWith(".heads"));
		}
		assertThat(woven.get(1)).isEqualTo(woven.get(0));
	}

	@Test
	void weavesFoldersOfOneModuleTogether() throws Exception {
		Path second = Files.createDirectories(this.project.resolve("build/second"));
		JavaSources.compile(second,
				"package com.example; class Reader { int read(Shop.Box box) { return box.value; } }", SHOP);
		Files.delete(second.resolve("com/example/Shop.class"));
		Files.delete(second.resolve("com/example/Shop$Box.class"));
		byte[] reader = Files.readAllBytes(second.resolve("com/example/Reader.class"));
		assertThat(run("-cp", runtime(), this.classes.toString(), second.toString())).isZero();
		assertThat(Files.readAllBytes(second.resolve("com/example/Reader.class"))).isNotEqualTo(reader);
		assertThat(this.classes.resolve("com/example/Reader.class")).doesNotExist();
		assertThat(run("-cp", runtime(), second.toString(), this.classes.toString())).isZero();
		assertThat(run("--restore", second.toString())).isZero();
		assertThat(second.resolve("com/example/Reader.class")).hasBinaryContent(reader);
	}

	@Test
	void failsOnChosenRemarks() throws Exception {
		assertThat(run("-cp", runtime(), "--fail-on", "unwoven", "--fail-on", "barrier", this.classes.toString()))
			.isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("com.example.Shop.sum (Shop.java:9): ")
			.contains("java.lang.Thread.yield");
		assertThat(run("-cp", runtime(), "--fail-on", "barrier", "--side-effect-free", "java.lang.Thread#yield",
				this.classes.toString()))
			.isZero();
	}

	@Test
	void warnsWithoutRuntime() throws IOException {
		byte[] compiled = Files.readAllBytes(this.shop);
		assertThat(run(this.classes.toString())).isZero();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("warning: ", "deco-spring-boot-starter");
		assertThat(this.shop).hasBinaryContent(compiled);
	}

	@Test
	void printsHelp() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("--classpath", "--fail-on", "--restore");
	}

	@Test
	void saysWhyAModuleCannotBeWoven() throws Exception {
		Path output = Files.writeString(this.project.resolve("file"), "");
		assertThat(run("-cp", runtime(), "--output", output.toString(), this.classes.toString())).isEqualTo(3);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("deco: cannot weave: ");
	}

	@ParameterizedTest
	@MethodSource("badArguments")
	void refusesBadArguments(List<String> arguments, String message) {
		assertThat(run(arguments.stream()
			.map((each) -> each.replace("CLASSES", this.classes.toString()))
			.toArray(String[]::new))).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains(message, "--help");
	}

	static Stream<Arguments> badArguments() {
		return Stream.of(Arguments.of(List.of(), "No class folder is given"),
				Arguments.of(List.of("--classpath"), "The option --classpath needs a value"),
				Arguments.of(List.of("--colour", "CLASSES"), "The option --colour is not known"),
				Arguments.of(List.of("--restore=yes", "CLASSES"), "The option --restore=yes is not known"),
				Arguments.of(List.of("missing-folder"), "The class folder missing-folder is not a folder"),
				Arguments.of(List.of("--title=a", "--title=b", "CLASSES"), "The option --title is given twice"),
				Arguments.of(List.of("--output=CLASSES/deco", "CLASSES"), "which is in a class folder"),
				Arguments.of(List.of("--concurrent=a b", "CLASSES"),
						"The parameter --concurrent has the pattern 'a b'"),
				Arguments.of(List.of("--fail-on=forked", "CLASSES"),
						"The parameter --fail-on has the choice 'forked'"));
	}

	private int run(String... arguments) {
		return new Main(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
			.run(List.of(arguments));
	}

	private static String runtime() throws URISyntaxException {
		List<String> path = new ArrayList<>();
		path.add(home(Concurrent.class));
		path.add("missing.jar");
		return String.join(File.pathSeparator, path);
	}

	private static String home(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
	}

}
