package io.deco.maven;

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
	List<String> classPath() {
		return this.testClassPath.stream().distinct().toList();
	}

}
