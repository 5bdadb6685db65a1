package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that is measured, on the stack of its thread. The time of one that has made
 * others of the same method says nothing about the next one.
 */
final class Recursion {

	/**
	 * The innermost measured call of each thread, in an array of one: the thread-local is
	 * set once a thread, and holds nothing of ours meanwhile.
	 */
	private static final ThreadLocal<@Nullable Object[]> INNERMOST = ThreadLocal.withInitial(() -> new Object[1]);

	private final Grain grain;

	private final @Nullable Object[] innermost;

	private final @Nullable Recursion outer;

	private boolean recursive;

	private Recursion(Grain grain, @Nullable Object[] innermost) {
		this.grain = grain;
		this.innermost = innermost;
		this.outer = (Recursion) innermost[0];
	}

	static Recursion enter(Grain grain) {
		@Nullable Object[] innermost = INNERMOST.get();
		Recursion call = new Recursion(grain, innermost);
		innermost[0] = call;
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
		this.innermost[0] = outer;
		return this.recursive;
	}

}
