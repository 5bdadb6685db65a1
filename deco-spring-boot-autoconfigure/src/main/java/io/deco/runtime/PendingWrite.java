package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A write to an object that waits for its value, or for what comes before it.
 */
abstract sealed class PendingWrite extends PendingAction permits FieldWrite, ElementStore {

	private final @Nullable Object target;

	/**
	 * The pending write to the same target before this one.
	 */
	@Nullable PendingWrite earlier;

	PendingWrite(@Nullable Object target) {
		this.target = target;
	}

	@Nullable Object target() {
		return this.target;
	}

	/**
	 * Whether a read of a field may see this write.
	 */
	boolean isTo(String field) {
		return false;
	}

}
