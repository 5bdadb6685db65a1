package io.deco.maven;

import java.util.List;
import java.util.stream.Stream;

/**
 * The goal {@code deco:weave}: weaves the {@code @Synchronized} methods of the main
 * classes.
 */
public final class WeaveMojo extends AbstractWeaveMojo {

	private List<String> compileClassPath = List.of();

	private List<String> runtimeClassPath = List.of();

	public WeaveMojo() {
		super("report");
	}

	@Override
	List<String> classPath() {
		return Stream.concat(this.compileClassPath.stream(), this.runtimeClassPath.stream()).distinct().toList();
	}

}
