package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a task does.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
interface Work<T extends @Nullable Object> {

	@Nullable T perform() throws Throwable;

}
