package io.deco.runtime;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The function of a stage of a pipeline, twice: as it was written, and as one that
 * prepares its call rather than making it.
 *
 * @param plain the function as it was written, a functional interface
 * @param prepare returns a {@link PreparedCall}, or the function's result for an element
 * that needs no call
 */
record ElementFunction(Object plain, Function<@Nullable Object, @Nullable Object> prepare) {

}
