package cases.lent;

import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** When a key is removed, a sorted map may move another one to its entry. */
public class KeyOfEntryMoves extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		TreeMap<Integer, Integer> map = new TreeMap<>();
		for (int i = 0; i < 7; i++) {
			map.put(i, i);
		}
		Map.Entry<Integer, Integer> root = null;
		for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
			if (entry.getKey() == 3) {
				root = entry;
			}
		}
		service.remove(map, 3);
		return root.getKey();
	}

	static class Service {

		@Concurrent
		void remove(Map<Integer, Integer> map, int key) {
			map.remove(key);
		}

	}

}
