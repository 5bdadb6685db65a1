package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that is measured, on the stack of its thread. The time of one that has made
 * others of the same method says nothing about the next one.
 */
final class Recursion {

	private static final ThreadLocal<@Nullable Recursion> INNERMOST = new ThreadLocal<>();

	private final Grain grain;

	private final @Nullable Recursion outer;

	private boolean recursive;

	private Recursion(Grain grain, @Nullable Recursion outer) {
		this.grain = grain;
		this.outer = outer;
	}

	static Recursion enter(Grain grain) {
		Recursion call = new Recursion(grain, INNERMOST.get());
		INNERMOST.set(call);
		return call;
	}

	/**
	 * Ends the call.
	 * @return whether it has made others of the same method, as far as these were
	 * measured
	 */
	boolean leave() {
		Recursion outer = this.outer;
		if (outer != null && outer.grain == this.grain) {
			outer.recursive = true;
		}
		INNERMOST.set(outer);
		return this.recursive;
	}

}
