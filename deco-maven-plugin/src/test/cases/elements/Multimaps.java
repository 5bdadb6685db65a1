package cases.elements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What a map is going to hold is known before it is inserted; nobody sees it earlier. */
@Inputs(9)
public class Multimaps extends Case {

	Service service = service(new Service());

	Map<String, List<Integer>> kept = new HashMap<>(Map.of("old", new ArrayList<>(List.of(7))));

	Map<String, List<Integer>> linked = new LinkedHashMap<>(8, 0.75f, true);

	Map<Integer, List<Integer>> sorted = new TreeMap<>(Collections.reverseOrder());

	Map<Kind, Map<Integer, Integer>> kinds = new EnumMap<>(Kind.class);

	Map<String, List<Integer>> shared = new ConcurrentHashMap<>();

	Map<String, List<Integer>> nothing = null;

	List<Object> seen = new ArrayList<>();

	enum Kind {

		ONE, TWO

	}

	static final class Key {

		int hashed;

		@Override
		public int hashCode() {
			effect("hashed");
			return this.hashed;
		}

		@Override
		public boolean equals(Object other) {
			return other == this;
		}

	}

	@Override
	@Synchronized
	public Object run() {
		kept.put("null", null);
		linked.put("a", new ArrayList<>());
		linked.put("b", new ArrayList<>());
		try {
			for (int i = 0; i < 6; i++) {
				List<Integer> list = kept.computeIfAbsent((i % 3 == 0) ? "old" : "k" + i % 3, (key) -> new ArrayList<>());
				list.add(service.call(i));
				linked.computeIfAbsent((i == 3) ? "a" : "k" + i % 2, (key) -> new ArrayList<>()).add(service.call(i));
				sorted.computeIfAbsent(i % 4, (key) -> new ArrayList<>()).add(service.call(i));
				kinds.computeIfAbsent(Kind.values()[i % 2], (key) -> new HashMap<>()).put(i, service.call(i));
				shared.computeIfAbsent("s" + i % 2, (key) -> new ArrayList<>()).add(service.call(i));
			}
			kept.computeIfAbsent("null", (key) -> new ArrayList<>()).add(service.call(6));
		}
		catch (Failure ex) {
			seen.add(ex.getMessage());
			seen.add(kept.containsKey("k2"));
			kept.computeIfAbsent("k2", (key) -> new ArrayList<>()).add(service.call(7));
		}
		int pending = service.call(8);
		List<Integer> alias = kept.computeIfAbsent("alias", (key) -> new ArrayList<>());
		kept.computeIfAbsent("alias", (key) -> new ArrayList<>()).add(service.call(9));
		seen.add(alias.size());
		kept.put("put", service.list(1));
		kept.computeIfAbsent("put", (key) -> new ArrayList<>()).add(service.call(10));
		kept.computeIfAbsent("gone", (key) -> new ArrayList<>()).add(service.call(11));
		kept.remove("gone");
		kept.computeIfAbsent("gone", (key) -> new ArrayList<>()).add(service.call(12));
		service.fill(kept);
		kept.computeIfAbsent("filled", (key) -> new ArrayList<>()).add(pending);
		Map<Integer, TreeSet<Integer>> sets = new HashMap<>();
		sets.computeIfAbsent(service.call(1), (key) -> new TreeSet<>()).add(service.call(2));
		sets.computeIfAbsent(1, (key) -> (key > 0) ? null : new TreeSet<>());
		Map<Key, List<Integer>> keyed = new HashMap<>();
		keyed.computeIfAbsent(new Key(), (key) -> new ArrayList<>()).add(service.call(3));
		Map<String, List<Integer>> noted = new HashMap<>();
		noted.computeIfAbsent("n", (key) -> {
			effect("made " + key);
			return new ArrayList<>();
		}).add(service.call(4));
		Map<Integer, Integer> numbers = new TreeMap<>();
		for (int i = 0; i < 3; i++) {
			int number = service.call(i) + numbers.computeIfAbsent(i % 2, (key) -> key * 10);
			numbers.put(i % 2, number);
		}
		int[] cells = { 5 };
		cells[0] = service.call(3);
		numbers.computeIfAbsent(9, (key) -> cells[0]);
		Map<String, Integer> order = new LinkedHashMap<>(8, 0.75f, true);
		order.put("first", 1);
		order.put("second", 2);
		try {
			int late = service.late(input);
			order.computeIfAbsent("first", (key) -> 3);
			seen.add(late);
		}
		catch (Failure ex) {
			seen.add(List.copyOf(order.keySet()));
		}
		if (input == 7) {
			nothing.computeIfAbsent("x", (key) -> new ArrayList<>()).add(service.call(5));
		}
		if (input == 8) {
			int last = service.call(5);
			numbers.computeIfAbsent(null, (key) -> 1);
			seen.add(last);
		}
		return List.of(seen, sets, noted, numbers, pending, order);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input > 0 && i == ((input == 6) ? 9 : 2 * input)) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		int late(int i) {
			if (i == 0 || i == 7) {
				throw new Failure("late");
			}
			return i;
		}

		@Concurrent
		List<Integer> list(int i) {
			return new ArrayList<>(List.of(i));
		}

		@Concurrent
		int fill(@Modifies Map<String, List<Integer>> map) {
			map.put("filled", new ArrayList<>(List.of(1, 2)));
			return map.size();
		}

	}

}
