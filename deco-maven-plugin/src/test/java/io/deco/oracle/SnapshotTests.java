package io.deco.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Snapshot}, {@link Thrown}: an oracle that sees no difference finds
 * none.
 */
class SnapshotTests {

	@Test
	void tellsAnAliasFromACopy() {
		Node shared = new Node(1);
		assertThat(render(List.of(shared, shared))).isNotEqualTo(render(List.of(new Node(1), new Node(1))));
	}

	@Test
	void endsAtCycles() {
		Node node = new Node(1);
		node.next = node;
		assertThat(render(node)).contains("next=#0");
	}

	@Test
	void comparesPrivateFieldsElementsAndTypes() {
		assertThat(render(new Node(1))).isNotEqualTo(render(new Node(2)));
		assertThat(render(new int[] { 1, 2 })).isNotEqualTo(render(new int[] { 2, 1 }));
		assertThat(render(1)).isNotEqualTo(render(1L));
		assertThat(render(new ArrayList<>())).isNotEqualTo(render(List.of()));
	}

	@Test
	void comparesTheOrderOfLinkedMapsOnly() {
		assertThat(render(map(new LinkedHashMap<>(), "a", "b")))
			.isNotEqualTo(render(map(new LinkedHashMap<>(), "b", "a")));
		assertThat(render(map(new HashMap<>(), "Aa", "BB"))).isEqualTo(render(map(new HashMap<>(), "BB", "Aa")));
	}

	@Test
	void showsAViewWhoseListHasChanged() {
		List<Integer> list = new ArrayList<>(List.of(1, 2));
		List<Integer> view = list.subList(0, 1);
		String valid = render(view);
		list.add(3);
		assertThat(render(view)).isNotEqualTo(valid).contains("a view of what has changed");
	}

	@Test
	void findsLostAndCyclicSuppressedExceptions() {
		RuntimeException plain = new RuntimeException("thrown");
		RuntimeException woven = new RuntimeException("thrown");
		assertThat(Thrown.keepsSuppressed(plain, woven)).isTrue();
		plain.addSuppressed(new IllegalStateException("suppressed"));
		assertThat(Thrown.keepsSuppressed(plain, woven)).isFalse();
		woven.addSuppressed(new IllegalStateException("more"));
		woven.addSuppressed(new IllegalStateException("suppressed"));
		assertThat(Thrown.keepsSuppressed(plain, woven)).isTrue();
		woven.getSuppressed()[0].addSuppressed(woven);
		assertThat(Thrown.keepsSuppressed(plain, woven)).isFalse();
	}

	private static Map<String, Node> map(Map<String, Node> map, String... keys) {
		for (String key : keys) {
			map.put(key, new Node(7));
		}
		return map;
	}

	private static String render(Object object) {
		return new Snapshot().render(object);
	}

	private static final class Node {

		private @Nullable Node next;

		private final int value;

		Node(int value) {
			this.value = value;
		}

		@Override
		public String toString() {
			return "Node " + this.value + this.next;
		}

	}

}
