package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The lists of a multimap take their elements as they come, whether they are there already or not. */
public class MultimapsOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, List<Integer>> lists = new HashMap<>();
		for (int i = 0; i < 4; i++) {
			lists.computeIfAbsent("k" + i % 2, (key) -> new ArrayList<>()).add(service.meet(i)); // forks
		}
		return lists.size();
	}

	@Synchronized
	Object nested() {
		Map<String, Map<Integer, Integer>> maps = new HashMap<>();
		for (int i = 0; i < 4; i++) {
			Map<Integer, Integer> inner = maps.computeIfAbsent("k" + i % 2, (key) -> new HashMap<>());
			inner.put(i, service.meet(i)); // forks
		}
		return maps.size();
	}

	static class Service {

		@Concurrent
		int meet(int i) {
			together(4);
			return i;
		}

	}

}
