package cases.locals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class StoredInCollections extends Case {

	Service service = service(new Service());

	List<String> list = new ArrayList<>();

	Map<String, Integer> map = new HashMap<>();

	Map<String, List<Integer>> nested = new TreeMap<>();

	@Override
	@Synchronized
	public Object run() {
		for (int i = 0; i < 5; i++) {
			list.add(service.name(i));
			map.put("k" + i % 3, service.same(i));
			nested.computeIfAbsent("n" + i % 2, (key) -> new ArrayList<>()).add(service.same(i));
		}
		map.merge("k0", service.same(100), Integer::sum);
		Deque<Integer> deque = new ArrayDeque<>();
		deque.push(service.same(1));
		deque.addFirst(service.same(2));
		list.set(0, service.name(9));
		list.remove(service.name(3));
		return List.of(list.size(), map.get("k1"), deque.pop(), list.contains(service.name(4)));
	}

	class Service {

		@Concurrent
		Integer same(int i) {
			if (input == 1 && i == 3) {
				throw new Failure("same");
			}
			return i;
		}

		@Concurrent
		String name(int i) {
			if (input == 2 && i == 4) {
				throw new Failure("name");
			}
			return "name" + i;
		}

	}

}
