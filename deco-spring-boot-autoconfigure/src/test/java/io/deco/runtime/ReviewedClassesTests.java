package io.deco.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReviewedClasses}.
 */
@SuppressWarnings({ "JdkObsolete", "UnnecessaryStringBuilder" }) // reviewed, not used
class ReviewedClassesTests {

	static Stream<Object> lookedUpIn() {
		Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
		List<String> list = new ArrayList<>(List.of("a"));
		return Stream.of(list, list.subList(0, 1), new LinkedList<>(list), new ArrayDeque<>(list), map,
				new TreeMap<>(map), new TreeSet<>(list), new TreeSet<>(),
				new TreeSet<>(list).descendingSet().descendingSet(), Arrays.asList("a"), Set.of(), Set.of("a", "b"),
				Set.of("a", "b", "c"), List.of("a"), Map.of("a", 1), Collections.emptyList(),
				Collections.singletonList("a"), Optional.of("a"), "a", 1, 'c', BigDecimal.ONE, Instant.EPOCH,
				Thread.State.NEW, new StringBuilder(), new int[0], new Object[][] { {} });
	}

	static Stream<Object> read() {
		Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
		Map<String, Integer> linked = new LinkedHashMap<>(map);
		Map<String, Integer> sorted = new TreeMap<>(map);
		List<String> list = new ArrayList<>(List.of("a"));
		return Stream.of(list.iterator(), list.listIterator(), list.subList(0, 1).iterator(),
				new LinkedList<>(list).iterator(), new ArrayDeque<>(list).iterator(), linked, map.keySet(),
				map.values(), map.entrySet(), map.entrySet().iterator(), map.entrySet().iterator().next(),
				linked.keySet(), linked.entrySet().iterator(), linked.entrySet().iterator().next(),
				sorted.entrySet().iterator(), sorted.entrySet().iterator().next(),
				new TreeMap<>(Comparator.reverseOrder()), List.of("a").iterator(), Set.of(new Object()),
				Map.entry("a", 1));
	}

	static Stream<Object> iterated() {
		Map<String, Integer> map = new TreeMap<>(Map.of("a", 1));
		return Stream.of(map.entrySet(), map.values());
	}

	static Stream<Object> withNewIterators() {
		TreeMap<String, Integer> map = new TreeMap<>(Map.of("a", 1));
		TreeSet<String> set = new TreeSet<>(map.keySet());
		return Stream.of(map.keySet(), map.headMap("b").keySet(), map.headMap("b").entrySet(), set.headSet("b"),
				set.tailSet("a"), set.subSet("a", "b"), set.descendingSet(), new TreeSet<>(Comparator.reverseOrder()));
	}

	static Stream<Object> unknown() {
		return Stream.of(new Object(), new ArrayList<>() {
		}, Collections.unmodifiableList(new ArrayList<>()), Collections.synchronizedMap(new HashMap<>()),
				Collections.checkedList(new ArrayList<>(), String.class),
				new java.util.concurrent.ConcurrentHashMap<>(), new TreeMap<>(Map.of("a", 1)).headMap("b"),
				new TreeMap<>().descendingMap(), Stream.empty());
	}

	@ParameterizedTest
	@NullSource
	@MethodSource("lookedUpIn")
	void letsLookUp(@Nullable Object object) {
		assertThat(ReviewedClasses.allow(Review.LOOKUPS, object)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("read")
	void letsRead(Object object) {
		assertThat(ReviewedClasses.allow(Review.READS, object)).isTrue();
		assertThat(ReviewedClasses.allow(Review.LOOKUPS, object)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("iterated")
	void letsIterate(Object object) {
		assertThat(ReviewedClasses.allow(Review.ITERATION, object)).isTrue();
		assertThat(ReviewedClasses.allow(Review.READS, object)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("withNewIterators")
	void knowsThatIteratorsAreNew(Object object) {
		assertThat(ReviewedClasses.allow(Review.NEW_ITERATORS, object)).isTrue();
		assertThat(ReviewedClasses.allow(Review.ITERATION, object)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("unknown")
	void doesNotKnow(Object object) {
		assertThat(ReviewedClasses.allow(Review.NEW_ITERATORS, object)).isFalse();
	}

}
