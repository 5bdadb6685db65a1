package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Loops over entries, keys and values of a map to which calls in the loop store. */
@Inputs(10)
public class EntriesLooped extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> map = new TreeMap<>();
		for (int i = 1; i < 4; i++) {
			map.put("k" + i, service.call(i));
		}
		Map<String, Integer> other = new HashMap<>();
		List<String> names = new ArrayList<>();
		for (Map.Entry<String, Integer> entry : map.entrySet()) {
			other.put(entry.getKey(), service.call(entry.getValue() + 3));
			names.add(entry.getKey() + entry.getValue());
			map.put(entry.getKey(), service.call(entry.getValue() + 6));
		}
		int sum = 0;
		for (int value : map.values()) {
			sum = sum * 10 + value;
		}
		Map<Integer, Map<String, Integer>> nested = new LinkedHashMap<>();
		for (String key : other.keySet()) {
			nested.put(sum, other);
			nested.get(sum).put(key, service.call(7));
		}
		for (Map.Entry<Integer, Map<String, Integer>> entry : nested.entrySet()) {
			for (Map.Entry<String, Integer> inner : entry.getValue().entrySet()) {
				inner.setValue(inner.getValue() + service.call(8));
				sum += entry.getValue().size() + inner.getValue();
			}
			entry.setValue(Map.of("last", service.call(9)));
		}
		return List.of(map, other, names, sum, nested);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
