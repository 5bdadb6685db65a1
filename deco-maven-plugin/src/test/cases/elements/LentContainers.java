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

/** A container that a call holds, or fills, and stores to it before and after. */
@Inputs(7)
public class LentContainers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		list.add(service.call(1));
		int first = service.sum(list);
		list.add(service.call(2));
		int second = service.sum(list);
		service.fill(list);
		list.add(service.call(3));
		int third = service.sum(list);
		service.fill(list);
		int size = list.size();
		Map<String, Integer> map = new HashMap<>();
		map.put("a", service.call(4));
		service.fillAll(map.values(), map);
		map.put("c", service.call(5));
		int fourth = service.sum(map.values());
		int[] array = new int[2];
		array[0] = service.call(6);
		service.fill(array);
		array[0]++;
		return List.of(first, second, third, size, fourth, map, array);
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
		int sum(Iterable<Integer> list) {
			int sum = 0;
			for (int i : list) {
				sum += i;
			}
			return sum;
		}

		@Concurrent
		void fill(List<Integer> list) {
			list.add(list.size() * 100);
		}

		@Concurrent
		void fill(int[] array) {
			array[0] += 7;
			array[1] = array[0];
		}

		@Concurrent
		void fillAll(Iterable<Integer> values, Map<String, Integer> map) {
			map.put("b", sum(values));
		}

	}

}
