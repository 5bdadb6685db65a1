package cases.elements;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** One call makes an iterator after the other, and the older one is still in use. */
public class OlderIterators extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> first = new ArrayList<>(List.of(1, 2, 3));
		List<Integer> second = new ArrayList<>(List.of(10, 20, 30));
		Iterator<Integer> older = null;
		int sum = 0;
		String caught = "";
		for (int i = 0; i < 2; i++) {
			Iterator<Integer> iterator = (i == 0 ? first : second).iterator();
			if (older != null) {
				first.add(service.call(4));
				try {
					sum += older.next();
				}
				catch (ConcurrentModificationException ex) {
					caught = "changed";
				}
			}
			sum += iterator.next();
			older = iterator;
		}
		Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
		Map<String, Integer> other = new HashMap<>(Map.of("a", 100));
		Map.Entry<String, Integer> entry = null;
		for (int i = 0; i < 2; i++) {
			Map.Entry<String, Integer> next = (i == 0 ? map : other).entrySet().iterator().next();
			if (entry != null) {
				map.put("a", service.call(7));
				sum += entry.getValue();
			}
			entry = next;
		}
		return sum + caught;
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
