package io.deco.runtime;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.BaseStream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * The results of a stage as a stream, which has the size and order that the JDK's own
 * mapping would give it.
 */
final class Results {

	private Results() {
	}

	static BaseStream<?, ?> stream(LookAhead results, char type) {
		return switch (type) {
			case 'I' -> StreamSupport.intStream(new Ints(results), false);
			case 'J' -> StreamSupport.longStream(new Longs(results), false);
			case 'D' -> StreamSupport.doubleStream(new Doubles(results), false);
			default -> StreamSupport.stream(new Objects(results), false);
		};
	}

	private record Objects(LookAhead results) implements Spliterator<@Nullable Object> {

		@Override
		public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
			return this.results.advance(action);
		}

		@Override
		public @Nullable Spliterator<@Nullable Object> trySplit() {
			return null;
		}

		@Override
		public long estimateSize() {
			return this.results.estimateSize();
		}

		@Override
		public int characteristics() {
			return this.results.characteristics();
		}

	}

	private record Ints(LookAhead results) implements Spliterator.OfInt {

		@Override
		public boolean tryAdvance(IntConsumer action) {
			return this.results.advance((result) -> action.accept((Integer) LookAhead.primitive(result)));
		}

		@Override
		public Spliterator.@Nullable OfInt trySplit() {
			return null;
		}

		@Override
		public long estimateSize() {
			return this.results.estimateSize();
		}

		@Override
		public int characteristics() {
			return this.results.characteristics();
		}

	}

	private record Longs(LookAhead results) implements Spliterator.OfLong {

		@Override
		public boolean tryAdvance(LongConsumer action) {
			return this.results.advance((result) -> action.accept((Long) LookAhead.primitive(result)));
		}

		@Override
		public Spliterator.@Nullable OfLong trySplit() {
			return null;
		}

		@Override
		public long estimateSize() {
			return this.results.estimateSize();
		}

		@Override
		public int characteristics() {
			return this.results.characteristics();
		}

	}

	private record Doubles(LookAhead results) implements Spliterator.OfDouble {

		@Override
		public boolean tryAdvance(DoubleConsumer action) {
			return this.results.advance((result) -> action.accept((Double) LookAhead.primitive(result)));
		}

		@Override
		public Spliterator.@Nullable OfDouble trySplit() {
			return null;
		}

		@Override
		public long estimateSize() {
			return this.results.estimateSize();
		}

		@Override
		public int characteristics() {
			return this.results.characteristics();
		}

	}

}
