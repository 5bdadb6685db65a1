package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Knows which objects are concurrent beans, by identity and without keeping them alive.
 */
public final class ConcurrentBeans {

	private ConcurrentBeans() {
	}

	/**
	 * Says that calls on an object (proxy, or raw target for self-invocation) are
	 * concurrent.
	 */
	public static void register(Object object, ConcurrentBean bean) {
		throw new UnsupportedOperationException();
	}

	static @Nullable ConcurrentBean find(Object object) {
		throw new UnsupportedOperationException();
	}

}
