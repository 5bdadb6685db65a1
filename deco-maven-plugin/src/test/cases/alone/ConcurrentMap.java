package cases.alone;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls that make views of plain maps may be concurrent, if a bean is a map. */
public class ConcurrentMap extends Case {

	Remote remote = service(new Remote());

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<Integer, Integer> map = new HashMap<>();
		map.put(1, service.number(1));
		int[] numbers = new int[2];
		int next = 0;
		for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
			numbers[next++] = service.number(entry.getValue());
		}
		for (Map.Entry<Integer, Integer> entry : remote.entrySet()) {
			numbers[next++] = service.number(entry.getKey());
		}
		return numbers[0] + numbers[1];
	}

	class Remote extends AbstractMap<Integer, Integer> {

		@Override
		@Concurrent
		public Set<Map.Entry<Integer, Integer>> entrySet() {
			return Map.of(7, 8).entrySet();
		}

	}

	class Service {

		@Concurrent
		int number(int i) {
			return 10 * i;
		}

	}

}
