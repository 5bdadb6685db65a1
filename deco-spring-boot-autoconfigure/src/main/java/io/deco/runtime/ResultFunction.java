package io.deco.runtime;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A function of a collector or a filter whose calls are made ahead: it is run once for
 * each element, in their order, and then gives the result that belongs to the element.
 */
final class ResultFunction implements UnaryOperator<@Nullable Object>, Predicate<@Nullable Object>,
		ToIntFunction<@Nullable Object>, ToLongFunction<@Nullable Object>, ToDoubleFunction<@Nullable Object> {

	private final Function<@Nullable Object, @Nullable Object> prepare;

	private @Nullable Work<@Nullable Object> next;

	ResultFunction(Function<@Nullable Object, @Nullable Object> prepare) {
		this.prepare = prepare;
	}

	/**
	 * Returns a {@link PreparedCall}, or the function's result for an element that needs
	 * no call.
	 */
	Function<@Nullable Object, @Nullable Object> prepare() {
		return this.prepare;
	}

	/**
	 * Sets what gives the result for the element that comes next.
	 */
	void give(Work<@Nullable Object> result) {
		this.next = result;
	}

	@Override
	public @Nullable Object apply(@Nullable Object element) {
		return LookAhead.perform(Objects.requireNonNull(this.next));
	}

	/**
	 * A call gives a truth value as the JVM does, by a number.
	 */
	@Override
	public boolean test(@Nullable Object element) {
		Object result = LookAhead.primitive(apply(element));
		return (result instanceof Integer number) ? number != 0 : (Boolean) result;
	}

	@Override
	public int applyAsInt(@Nullable Object element) {
		return (Integer) LookAhead.primitive(apply(element));
	}

	@Override
	public long applyAsLong(@Nullable Object element) {
		return (Long) LookAhead.primitive(apply(element));
	}

	@Override
	public double applyAsDouble(@Nullable Object element) {
		return (Double) LookAhead.primitive(apply(element));
	}

}
