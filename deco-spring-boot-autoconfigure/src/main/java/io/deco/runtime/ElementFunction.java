package io.deco.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
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

	static ElementFunction ofEntries(Object plain,
			BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> prepare) {
		return new ElementFunction(plain, (entry) -> {
			Map.Entry<?, ?> pair = (Map.Entry<?, ?>) Objects.requireNonNull(entry);
			return prepare.apply(pair.getKey(), pair.getValue());
		});
	}

}
