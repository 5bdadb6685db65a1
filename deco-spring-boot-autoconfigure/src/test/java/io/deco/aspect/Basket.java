package io.deco.aspect;

import java.util.function.Supplier;

import io.deco.runtime.Awaited;
import org.jspecify.annotations.Nullable;

/**
 * A class whose fields are read in every way; woven by {@link FieldReadAspectTests}.
 */
class Basket implements Supplier<@Nullable Object> {

	@Awaited
	static @Nullable Object shared;

	@Awaited
	private @Nullable Object first;

	private @Nullable Object unmarked;

	@Awaited
	protected @Nullable Object inherited;

	@Override
	public @Nullable Object get() {
		return this.first;
	}

	Supplier<@Nullable Object> lambda() {
		return () -> this.first;
	}

	Supplier<@Nullable Object> ofUnmarked() {
		return () -> this.unmarked;
	}

	Supplier<@Nullable Object> ofShared() {
		return () -> shared;
	}

	/**
	 * Reads a field through a subclass.
	 */
	static class Special extends Basket {

		@Override
		public @Nullable Object get() {
			return this.inherited;
		}

	}

}
