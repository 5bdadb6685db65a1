package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Two writers of one place, in the order of the program, whatever the order of their results. */
@Inputs(12)
public class LastOfTwoWins extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> map = new HashMap<>();
		map.put("k", service.call(1));
		map.put("k", service.call(2));
		map.put("l", service.call(3));
		map.put("l", 30);
		map.put("m", 40);
		map.put("m", service.call(4));
		List<Integer> list = new ArrayList<>(List.of(0, 0, 0));
		list.set(0, service.call(5));
		list.set(0, service.call(6));
		list.add(1, service.call(7));
		list.add(1, service.call(8));
		int[] array = new int[2];
		array[0] = service.call(9);
		array[0] = 9;
		array[1] = 8;
		array[1] = service.call(10);
		Set<Integer> set = new LinkedHashSet<>();
		set.add(service.call(11));
		set.add(11);
		set.add(12);
		set.add(service.call(11));
		return List.of(map, list, array, set);
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
