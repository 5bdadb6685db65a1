package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What changes a container through a view or an iterator keeps the order of the program. */
@Inputs(19)
public class ChangedThroughViews extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(10, 20, 30));
		Map<String, Integer> map = new LinkedHashMap<>();
		list.add(service.call(1));
		Iterator<Integer> iterator = list.iterator();
		int a = iterator.next();
		iterator.remove();
		list.set(1, service.call(2));
		ListIterator<Integer> both = list.listIterator(1);
		int b = both.next();
		both.set(service.call(3));
		both.add(service.call(4));
		int c = list.get(1) + list.get(2);
		List<Integer> sub = list.subList(1, 3);
		sub.set(0, service.call(5));
		int d = list.get(1);
		sub.add(service.call(6));
		int e = list.size();
		sub.clear();
		list.add(service.call(7));
		map.put("x", service.call(8));
		map.put("y", service.call(9));
		for (Map.Entry<String, Integer> entry : map.entrySet()) {
			entry.setValue(entry.getValue() + service.call(10));
		}
		int f = map.get("x");
		map.put("z", service.call(11));
		map.values().remove(11);
		map.put("x", service.call(12));
		map.keySet().removeIf((key) -> key.equals("y"));
		map.put("u", service.call(13));
		map.replaceAll((key, value) -> value + 1);
		map.put("v", service.call(14));
		int g = map.computeIfAbsent("v", (key) -> 0) + map.merge("v", 5, Integer::sum);
		map.put("v", service.call(15));
		Integer h = map.remove("v");
		NavigableMap<String, Integer> sorted = new TreeMap<>(map);
		NavigableMap<String, Integer> head = sorted.headMap("v", false);
		sorted.put("a", service.call(16));
		int i = head.size() + head.firstEntry().getValue();
		head.put("b", service.call(17));
		int j = sorted.get("b");
		list.replaceAll((x) -> x + service.call(18));
		Map<String, List<Integer>> groups = new HashMap<>();
		groups.computeIfAbsent("k", (key) -> new ArrayList<>()).add(service.call(0));
		return List.of(list, map, a, b, c, d, e, f, g, h, i, j, sorted, groups);
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
