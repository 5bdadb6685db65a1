package cases.alone;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A view that a concurrent call gives, where others are made by the method itself. */
public class ConcurrentViews extends Case {

	Remote remote = service(new Remote());

	@Override
	@Synchronized
	public Object run() {
		List<Object> seen = new ArrayList<>();
		Map<String, Integer> plain = new HashMap<>(Map.of("a", 1));
		for (Map<String, Integer> map : List.of(plain, remote)) {
			for (Map.Entry<String, Integer> entry : map.entrySet()) {
				seen.add(entry.getValue() + remote.get("x"));
				plain.put("a", remote.get("y"));
			}
		}
		return List.of(seen, plain);
	}

	static class Remote extends AbstractMap<String, Integer> {

		@Override
		@Concurrent
		public Integer get(Object key) {
			return key.hashCode();
		}

		@Override
		@Concurrent
		public Set<Map.Entry<String, Integer>> entrySet() {
			return Set.of(Map.entry("r", 5));
		}

	}

}
