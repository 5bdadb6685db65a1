package io.deco.runtime;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * What a stage hands on, as a sequential stream of the type that the operation would give
 * it. Whatever ends the pipeline takes all of it at once.
 */
final class Results implements Spliterator<@Nullable Object> {

	private final Spliterator<?> elements;

	private final LookAhead calls;

	private final int kept;

	private Results(Spliterator<?> elements, LookAhead calls, int kept) {
		this.elements = elements;
		this.calls = calls;
		this.kept = kept;
	}

	/**
	 * Returns the stream of the results of a mapping.
	 */
	static BaseStream<?, ?> stream(Spliterator<?> elements, LookAhead calls, char type) {
		Stream<@Nullable Object> results = StreamSupport.stream(new Results(elements, calls, ORDERED | SIZED), false);
		return switch (type) {
			case 'I' -> results.mapToInt((result) -> (Integer) LookAhead.primitive(result));
			case 'J' -> results.mapToLong((result) -> (Long) LookAhead.primitive(result));
			case 'D' -> results.mapToDouble((result) -> (Double) LookAhead.primitive(result));
			default -> results;
		};
	}

	/**
	 * Returns the stream of the elements themselves.
	 */
	static BaseStream<?, ?> streamOfElements(Spliterator<?> elements, LookAhead calls) {
		return StreamSupport.stream(new Results(elements, calls, ORDERED | SIZED | DISTINCT | SORTED), false);
	}

	@Override
	public void forEachRemaining(Consumer<? super @Nullable Object> action) {
		this.calls.forEach(action);
	}

	@Override
	public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
		throw new UnsupportedOperationException("all elements are taken at once");
	}

	@Override
	public @Nullable Spliterator<@Nullable Object> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return this.elements.estimateSize();
	}

	@Override
	public int characteristics() {
		return this.elements.characteristics() & this.kept;
	}

	/**
	 * Streams look only whether there is one.
	 */
	@Override
	@SuppressWarnings("unchecked")
	public @Nullable Comparator<? super @Nullable Object> getComparator() {
		return (Comparator<? super @Nullable Object>) this.elements.getComparator();
	}

}
