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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReviewedClasses}.
 */
class ReviewedClassesTests {

	@SuppressWarnings({ "JdkObsolete", "UnnecessaryStringBuilder" }) // they are reviewed,
																		// not used
	static Stream<Object> reviewed() {
		Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
		Map<String, Integer> linked = new LinkedHashMap<>(map);
		List<String> list = new ArrayList<>(List.of("a"));
		return Stream.of(list, list.iterator(), list.listIterator(), list.subList(0, 1), list.subList(0, 1).iterator(),
				new LinkedList<>(list), new LinkedList<>(list).iterator(), new ArrayDeque<>(list),
				new ArrayDeque<>(list).iterator(), map, map.keySet(), map.values(), map.entrySet(),
				map.entrySet().iterator(), map.entrySet().iterator().next(), linked.keySet(),
				linked.entrySet().iterator(), linked.entrySet().iterator().next(), new TreeMap<>(map),
				new TreeMap<>(map).entrySet().iterator(), new TreeSet<>(list), Arrays.asList("a"), Set.of(),
				Set.of("a", "b", "c"), List.of("a"), List.of("a").iterator(), Map.of("a", 1), Map.entry("a", 1),
				Collections.emptyList(), Collections.singletonList("a"), Optional.of("a"), "a", 1, 'c', BigDecimal.ONE,
				Instant.EPOCH, Thread.State.NEW, new StringBuilder(), new int[0], new Object[][] { {} });
	}

	static Stream<Object> notReviewed() {
		Map<String, Integer> ordersByAccess = new LinkedHashMap<>(16, 0.75f, true);
		return Stream.of(new Object(), ordersByAccess, new ArrayList<>() {
		}, Collections.unmodifiableList(new ArrayList<>()), Collections.synchronizedMap(new HashMap<>()),
				Collections.checkedList(new ArrayList<>(), String.class), new TreeMap<>(Comparator.reverseOrder()),
				new TreeSet<>(Comparator.reverseOrder()), new java.util.concurrent.ConcurrentHashMap<>(),
				Stream.empty());
	}

	@ParameterizedTest
	@NullSource
	@MethodSource("reviewed")
	void knows(Object object) {
		assertThat(ReviewedClasses.isReviewed(object)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("notReviewed")
	void doesNotKnow(Object object) {
		assertThat(ReviewedClasses.isReviewed(object)).isFalse();
	}

}
