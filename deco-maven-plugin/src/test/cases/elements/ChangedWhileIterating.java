package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An iterator fails as soon as its collection was changed, also by a store that is pending. */
@Inputs(9)
public class ChangedWhileIterating extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
		Map<Integer, Integer> map = new HashMap<>(Map.of(1, 1, 2, 2));
		int sum = 0;
		try {
			for (int i : list) {
				list.add(service.call(i));
				sum += i;
			}
		}
		catch (RuntimeException ex) {
			effect(ex.getClass() + " " + sum);
		}
		try {
			for (Integer i : map.keySet()) {
				map.put(i + 10, service.call(i + 3));
				sum += i;
			}
		}
		catch (RuntimeException ex) {
			effect(ex.getClass() + " " + sum);
		}
		List<List<Integer>> lists = List.of(new ArrayList<>(List.of(1)), list);
		for (List<Integer> inner : lists) {
			for (Integer i : inner) {
				lists.get(0).set(0, service.call(i + 6));
				sum += lists.get(0).get(0);
			}
		}
		return List.of(list, map, sum, lists);
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
