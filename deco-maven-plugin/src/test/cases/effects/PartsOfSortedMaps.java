package cases.effects;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A part of a sorted map or set compares what it holds with its bounds. */
@Inputs(7)
public class PartsOfSortedMaps extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		TreeMap<Key, Integer> map = new TreeMap<>();
		for (int i = 1; i < 4; i++) {
			map.put(new Key(i), i);
		}
		SortedMap<Key, Integer> part = map.subMap(new Key(1), new Key(3));
		SortedSet<Key> keys = new TreeSet<>(map.keySet()).tailSet(new Key(2));
		TreeMap<String, Integer> byText = new TreeMap<>((a, b) -> {
			effect("compare text");
			return a.compareTo(b);
		});
		byText.put("a", 1);
		byText.put("b", 2);
		Map<String, Integer> texts = byText.headMap("b");
		effect("start");
		int total = service.call(1) + part.size();
		total += service.call(2) + (part.isEmpty() ? 1 : 0);
		total += service.call(3) + keys.size();
		int p = service.call(4);
		for (Key key : keys) {
			total += service.call(key.number + 4);
		}
		int q = service.call(0);
		for (Map.Entry<String, Integer> entry : texts.entrySet()) {
			total += entry.getValue();
		}
		effect("loop");
		map.tailMap(new Key(2)).forEach((key, value) -> service.note(value));
		map.tailMap(new Key(2)).keySet().forEach((key) -> service.note(key.number));
		return total + p + q;
	}

	static class Key implements Comparable<Key> {

		final int number;

		Key(int number) {
			this.number = number;
		}

		@Override
		public int compareTo(Key other) {
			effect("compare");
			return Integer.compare(number, other.number);
		}

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		void note(int i) {
			call(i + 4);
		}

	}

}
