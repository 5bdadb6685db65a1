package io.deco.maven;

import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.deco.Concurrent;
import io.deco.weave.JavaSources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WeaveMojoTests {

	private static final String SHOP = """
			package com.example;
			import io.deco.*;
			public class Shop {
				@Concurrent
				int quote(String item) {
					return item.length();
				}
				@Synchronized
				int sum() {
					int book = quote("book");
					int pen = quote("pen");
					return book + pen;
				}
				@Synchronized
				int loud() {
					int book = quote("book");
					System.out.println("");
					return book;
				}
				int plain() {
					return 1;
				}
				@Synchronized
				int twice() {
					return 2 * plain();
				}
			}
			""";

	private final List<String> log = new ArrayList<>();

	@TempDir
	private Path project = Path.of("");

	private List<String> sideEffectFree = List.of();

	private List<String> concurrent = List.of();

	private List<String> failOn = List.of();

	private boolean fork;

	private Path classes = Path.of("");

	private Path output = Path.of("");

	private Path shop = Path.of("");

	@BeforeEach
	void compile() throws Exception {
		this.classes = Files.createDirectories(this.project.resolve("target/classes"));
		this.output = this.project.resolve("target/deco");
		this.shop = this.classes.resolve("com/example/Shop.class");
		JavaSources.compile(this.classes, SHOP);
		Path source = this.project.resolve("src/com/example/Shop.java");
		Files.createDirectories(source.getParent());
		Files.writeString(source, SHOP);
	}

	@Test
	void weavesInPlaceAndReports() throws Exception {
		byte[] compiled = Files.readAllBytes(this.shop);
		weave(runtime(), false);
		assertThat(Files.readAllBytes(this.shop)).isNotEqualTo(compiled);
		assertThat(this.output.resolve("classes/com/example/Shop.class")).hasBinaryContent(compiled);
		assertThat(this.log).contains("deco: 2 methods woven, 3 calls overlap, 0 run sequentially ("
				+ Path.of("target/deco/report.html") + ")");
		assertThat(this.output.resolve("report.txt")).content().contains("Shop.java:10: ");
		assertThat(this.output.resolve("report.html")).content()
			.contains("<title>deco: Shop &amp; Co</title>", "<mark class=\"c0\" data-calls=\"0\">quote</mark>");
		assertThat(this.output.resolve("report.json")).content().contains("\"forked\" : 3");
	}

	@Test
	void weavesAgainToTheSameBytes() throws Exception {
		weave(runtime(), false);
		byte[] woven = Files.readAllBytes(this.shop);
		weave(runtime(), false);
		assertThat(this.shop).hasBinaryContent(woven);
	}

	@Test
	void restoresTheClassesWhenSkipped() throws Exception {
		byte[] compiled = Files.readAllBytes(this.shop);
		weave(runtime(), false);
		weave(runtime(), true);
		assertThat(this.shop).hasBinaryContent(compiled);
		assertThat(this.log).endsWith("deco: skipped");
	}

	@Test
	void asksForACleanBuildIfThePristineFormIsLost() throws Exception {
		weave(runtime(), false);
		byte[] woven = Files.readAllBytes(this.shop);
		Files.delete(this.output.resolve("classes/com/example/Shop.class"));
		weave(runtime(), false);
		assertThat(this.shop).hasBinaryContent(woven);
		assertThat(this.log).contains("Shop.java: Shop left as it was: it was woven before, and how the compiler "
				+ "wrote it is not known -- run mvn clean");
	}

	@Test
	void namesTheMissingDependency() throws Exception {
		weave(List.of(), false);
		assertThat(this.log).singleElement()
			.asString()
			.contains("the class path has no deco runtime")
			.contains("<artifactId>deco-spring-boot-starter</artifactId>");
	}

	@Test
	void isQuietWithoutClasses() throws Exception {
		this.classes = this.project.resolve("target/none");
		weave(runtime(), false);
		assertThat(this.log).isEmpty();
	}

	@Test
	void failsOnChosenRemarksAfterTheReportsAreWritten() throws Exception {
		this.failOn = List.of("barrier: PrintStream");
		assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> weave(runtime(), false)).withMessage("""
				deco: the build is set to fail on what was found at 1 place:
				  com.example.Shop.loud (Shop.java:17): Shop.quote waits for everything pending (forked at line 16): \
				calls java.io.PrintStream.println, which is not known to be side-effect-free -- if it changes \
				nothing that others observe, mark it @SideEffectFree; else move it up or down""");
		assertThat(this.output.resolve("report.html")).exists();
	}

	@Test
	void takesMethodsToBeSideEffectFreeThatTheBuildSaysAre() throws Exception {
		this.failOn = List.of("barrier");
		this.sideEffectFree = List.of("java.io.PrintStream#println(String)");
		weave(runtime(), false);
		assertThat(this.log).noneMatch((line) -> line.contains("PrintStream"));
	}

	@Test
	void weavesCallsThatTheBuildSaysAreConcurrentAndTellsTheRuntime() throws Exception {
		this.concurrent = List.of("com.example.Shop#plain");
		weave(runtime(), false);
		Path list = this.classes.resolve("META-INF/deco/concurrent-methods");
		assertThat(this.log).contains("Shop.java:25: Shop.plain forked, awaited at line 25");
		assertThat(list).hasContent("com.example.Shop#plain()I");
		this.concurrent = List.of();
		weave(runtime(), false);
		assertThat(list).doesNotExist();
	}

	@Test
	void namesBadPatterns() {
		this.concurrent = List.of("com.example.Shop#plain(");
		assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(() -> weave(runtime(), false))
			.withMessageStartingWith("The parameter concurrent has the pattern 'com.example.Shop#plain('");
	}

	@Test
	void warnsOfPatternsThatMatchNothing() throws Exception {
		this.sideEffectFree = List.of("com.example.Shop#sun");
		weave(runtime(), false);
		assertThat(this.log).contains("deco: the pattern 'com.example.Shop#sun' of sideEffectFree matches no method");
	}

	@Test
	void doesTheSameInAnotherJvm() throws Exception {
		this.sideEffectFree = List.of("com.example.Shop#sun\u00fc");
		weave(runtime(), false);
		byte[] woven = Files.readAllBytes(this.shop);
		String report = Files.readString(this.output.resolve("report.html"));
		List<String> logged = List.copyOf(this.log);
		weave(runtime(), true);
		this.log.clear();
		this.fork = true;
		weave(runtime(), false);
		assertThat(this.shop).hasBinaryContent(woven);
		assertThat(this.output.resolve("report.html")).hasContent(report);
		assertThat(this.log).isEqualTo(logged)
			.contains("deco: the pattern 'com.example.Shop#sun\u00fc' of sideEffectFree matches no method");
	}

	@Test
	void namesTheMissingDependencyFromAnotherJvm() throws Exception {
		this.fork = true;
		weave(List.of(), false);
		assertThat(this.log).singleElement().asString().contains("the class path has no deco runtime");
	}

	@Test
	void failsOnChosenRemarksFromAnotherJvm() {
		this.fork = true;
		this.failOn = List.of("barrier: PrintStream");
		assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> weave(runtime(), false))
			.withMessageContaining("found at 1 place:\n  com.example.Shop.loud (Shop.java:17): ");
		assertThat(this.output.resolve("report.html")).exists();
	}

	@Test
	void saysWhatCannotBeWrittenFromAnotherJvm() throws Exception {
		this.fork = true;
		Files.writeString(this.output, "");
		assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(() -> weave(runtime(), false))
			.withMessageStartingWith("Cannot weave " + this.classes + ": ")
			.withMessageContaining(this.output.toString());
	}

	private static List<Path> runtime() throws URISyntaxException {
		return List.of(Path.of(Concurrent.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
	}

	private void weave(List<Path> classPath, boolean skip) throws Exception {
		WeaveMojo mojo = new WeaveMojo();
		set(AbstractWeaveMojo.class, mojo, "classes", this.classes.toFile());
		set(AbstractWeaveMojo.class, mojo, "outputDirectory", this.output.toFile());
		set(AbstractWeaveMojo.class, mojo, "fork", this.fork);
		set(AbstractWeaveMojo.class, mojo, "skip", skip);
		set(AbstractWeaveMojo.class, mojo, "sideEffectFree", this.sideEffectFree);
		set(AbstractWeaveMojo.class, mojo, "concurrent", this.concurrent);
		set(AbstractWeaveMojo.class, mojo, "failOn", this.failOn);
		set(AbstractWeaveMojo.class, mojo, "title", "Shop & Co");
		set(AbstractWeaveMojo.class, mojo, "sources", List.of(this.project.resolve("src").toString()));
		set(WeaveMojo.class, mojo, "compileClassPath", classPath.stream().map(Path::toString).toList());
		mojo.setLog(new SystemStreamLog() {

			@Override
			public void info(CharSequence content) {
				WeaveMojoTests.this.log.add(content.toString());
			}

			@Override
			public void warn(CharSequence content) {
				WeaveMojoTests.this.log.add(content.toString());
			}

		});
		mojo.execute();
	}

	/** As Maven does. */
	private static void set(Class<?> type, WeaveMojo mojo, String name, Object value) throws Exception {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		field.set(mojo, value);
	}

}
