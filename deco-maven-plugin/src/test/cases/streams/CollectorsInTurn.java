package cases.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** What else a collector runs has effects, or may leave elements out: all calls are made in their turn. */
@Inputs(2)
public class CollectorsInTurn extends Case {

	Service service = service(new Service());

	List<Object> log = new ArrayList<>();

	static class Noisy<K, V> extends HashMap<K, V> {

		private static final long serialVersionUID = 1L;

		@Override
		public V merge(K key, V value, java.util.function.BiFunction<? super V, ? super V, ? extends V> function) {
			effect("merge " + key);
			return super.merge(key, value, function);
		}

	}

	record Key(int id) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			effect("compared " + this.id);
			return Integer.compare(this.id, other.id);
		}

	}

	@Override
	@Synchronized
	public Object run() {
		List<Integer> items = List.of(3, 1, 2);
		List<Object> results = new ArrayList<>();
		results.add(items.stream()
			.collect(Collectors.toMap((i) -> log.add(i) ? i : 0, service::call))); // sequential
		results.add(items.stream()
			.collect(Collectors.toMap((i) -> i, service::call, Integer::sum, Noisy::new))); // sequential
		results.add(items.stream()
			.collect(Collectors.toMap(Key::new, service::call, Integer::sum, TreeMap::new)) // sequential
			.size());
		results.add(items.stream()
			.collect(Collectors.toMap((i) -> i, service::call, (left, right) -> { // sequential
				effect("merged");
				return left;
			})));
		results.add(items.stream()
			.collect(Collectors.groupingBy((i) -> i, Noisy::new, Collectors.summingInt(service::call)))); // sequential
		results.add(items.stream()
			.filter(service::isOdd) // sequential
			.findFirst()
			.get());
		results.add(items.stream()
			.filter(service::isOdd) // sequential
			.limit(1)
			.toList());
		results.add(items.stream()
			.filter(service::isOdd) // sequential
			.peek((i) -> effect("peek " + i))
			.toList());
		results.add(items.stream()
			.collect(Collectors.filtering((i) -> i > input,
					Collectors.mapping(service::call, Collectors.toList())))); // sequential
		List<Map.Entry<String, Integer>> entries = new ArrayList<>(Map.of("a", 1).entrySet());
		entries.add(new Entry());
		entries.add(Map.entry("b", 3));
		results.add(entries.stream()
			.collect(Collectors.toMap((entry) -> service.same(entry.getValue()), service::seen))); // forks
		return results;
	}

	static class Entry implements Map.Entry<String, Integer> {

		@Override
		public String getKey() {
			return "k";
		}

		@Override
		public Integer getValue() {
			effect("value");
			return 5;
		}

		@Override
		public Integer setValue(Integer value) {
			throw new UnsupportedOperationException();
		}

	}

	class Service {

		@Concurrent
		Integer same(Integer i) {
			return i;
		}

		@Concurrent
		String seen(Map.Entry<String, Integer> entry) {
			if (entry instanceof Entry) {
				effect("seen");
			}
			return entry.getKey();
		}

		@Concurrent
		Integer call(Integer i) {
			effect("call " + i);
			return i;
		}

		@Concurrent
		boolean isOdd(Integer i) {
			effect("odd " + i);
			return i % 2 == 1;
		}

	}

}
