package io.deco.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * The goal {@code deco:test-weave}: weaves the {@code @Synchronized} methods of the test
 * classes, and what they read from main classes.
 */
public final class TestWeaveMojo extends AbstractWeaveMojo {

	private List<String> testClassPath = List.of();

	public TestWeaveMojo() {
		super("test-report");
	}

	@Override
	List<Path> classPath() {
		return this.testClassPath.stream().map(Path::of).distinct().toList();
	}

}
