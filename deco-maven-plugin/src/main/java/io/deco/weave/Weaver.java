package io.deco.weave;

import java.util.Collection;

import io.deco.analysis.ClassIndex;

/**
 * Skeleton: weaves the {@code @Synchronized} methods of a module.
 */
public final class Weaver {

	private final ClassIndex index;

	public Weaver(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Analyses and rewrites classes.
	 * @param classes internal names of classes of the module
	 * @return what changed and why
	 */
	public WovenModule weave(Collection<String> classes) {
		throw new UnsupportedOperationException(this.index.toString());
	}

}
