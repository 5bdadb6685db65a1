package io.deco.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Skeleton: decides from a call's static type whether it is concurrent.
 */
public final class ConcurrentCalls {

	private final ClassIndex index;

	private final Effects effects;

	public ConcurrentCalls(ClassIndex index, Effects effects) {
		this.index = index;
		this.effects = effects;
	}

	/**
	 * What is known of the concurrent method behind a call, null if it is not concurrent.
	 */
	public @Nullable ConcurrentCall find(String owner, String name, String descriptor) {
		throw new UnsupportedOperationException(this.index.toString() + this.effects);
	}

	/** Bit i of modified: the call may modify its argument i (0 = first argument). */
	public record ConcurrentCall(String owner, String name, String descriptor, long modified) {
	}

}
