package cases.elements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A collection of entries that is not the set of a map holds entries of any map. */
public class EntriesOfOtherMaps extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> map = new HashMap<>(Map.of("a", 10, "b", 20));
		List<Map.Entry<String, Integer>> list = new ArrayList<>(map.entrySet());
		Deque<Map.Entry<String, Integer>> deque = new ArrayDeque<>(map.entrySet());
		Map<String, Map.Entry<String, Integer>> byKey = new HashMap<>();
		for (Map.Entry<String, Integer> entry : map.entrySet()) {
			byKey.put(entry.getKey(), entry);
		}
		int total = 0;
		for (Map.Entry<String, Integer> entry : list) {
			map.put(entry.getKey(), service.call(1));
			total = 10 * total + entry.getValue();
		}
		for (Map.Entry<String, Integer> entry : deque) {
			map.put(entry.getKey(), service.call(2));
			total = 10 * total + entry.getValue();
		}
		for (Map.Entry<String, Integer> entry : byKey.values()) {
			map.put(entry.getKey(), service.call(3));
			total = 10 * total + entry.getValue();
		}
		for (Map.Entry<String, Integer> entry : list) {
			service.increase(map);
			total = 10 * total + entry.getValue();
		}
		return total;
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		void increase(Map<String, Integer> map) {
			map.put("a", map.get("a") + 1);
			map.put("b", map.get("b") + 1);
		}

	}

}
