package io.deco.maven;

import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.deco.Concurrent;
import io.deco.weave.JavaSources;

import static org.assertj.core.api.Assertions.assertThat;

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
			}
			""";

	private final List<String> log = new ArrayList<>();

	@TempDir
	private Path project = Path.of("");

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
		assertThat(this.log).contains("deco: 1 method woven, 2 calls overlap, 0 run sequentially ("
				+ Path.of("target/deco/report.html") + ")");
		assertThat(this.output.resolve("report.txt")).content().contains("Shop.java:10: ");
		assertThat(this.output.resolve("report.html")).content()
			.contains("<title>deco: Shop &amp; Co</title>", "<mark class=\"c0\" data-calls=\"0\">quote</mark>");
		assertThat(this.output.resolve("report.json")).content().contains("\"forked\" : 2");
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

	private static List<Path> runtime() throws URISyntaxException {
		return List.of(Path.of(Concurrent.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
	}

	private void weave(List<Path> classPath, boolean skip) throws Exception {
		WeaveMojo mojo = new WeaveMojo();
		set(AbstractWeaveMojo.class, mojo, "classes", this.classes.toFile());
		set(AbstractWeaveMojo.class, mojo, "outputDirectory", this.output.toFile());
		set(AbstractWeaveMojo.class, mojo, "skip", skip);
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
