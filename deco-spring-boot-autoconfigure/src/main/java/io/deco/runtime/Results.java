package io.deco.runtime;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * The results of calls that are made ahead, as a sequential stream of the type that a
 * mapping would give it.
 */
record Results(LookAhead calls) implements Spliterator<@Nullable Object> {

	static BaseStream<?, ?> stream(LookAhead calls, char type) {
		Stream<@Nullable Object> results = StreamSupport.stream(new Results(calls), false);
		return switch (type) {
			case 'I' -> results.mapToInt((result) -> (Integer) LookAhead.primitive(result));
			case 'J' -> results.mapToLong((result) -> (Long) LookAhead.primitive(result));
			case 'D' -> results.mapToDouble((result) -> (Double) LookAhead.primitive(result));
			default -> results;
		};
	}

	@Override
	public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
		return this.calls.advance(action);
	}

	@Override
	public @Nullable Spliterator<@Nullable Object> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return this.calls.estimateSize();
	}

	@Override
	public int characteristics() {
		return this.calls.characteristics();
	}

}
