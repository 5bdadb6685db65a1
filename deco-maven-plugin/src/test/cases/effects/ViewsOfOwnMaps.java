package cases.effects;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Views of a map whose class is the case's call methods that it overrides. */
@Inputs(6)
public class ViewsOfOwnMaps extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> hashed = new Hashed();
		Map<String, Integer> linked = new Linked();
		Map<String, Integer> sorted = new Sorted();
		return read(hashed.keySet(), hashed.values(), linked.values(), sorted.values(), sorted.keySet());
	}

	@Synchronized
	Object read(Set<String> hashed, Collection<Integer> values, Collection<Integer> linked, Collection<Integer> sorted,
			Set<String> keys) {
		int a = service.call(1);
		boolean found = hashed.contains("a");
		int b = service.call(2);
		found |= values.contains(1);
		int c = service.call(3);
		found |= linked.contains(1);
		int d = service.call(4) + sorted.size();
		int e = service.call(5) + keys.size();
		return List.of(a, b, c, d, e, found);
	}

	static class Hashed extends HashMap<String, Integer> {

		@Override
		public boolean containsKey(Object key) {
			effect("key of hashed");
			return super.containsKey(key);
		}

		@Override
		public boolean containsValue(Object value) {
			effect("value of hashed");
			return super.containsValue(value);
		}

	}

	static class Linked extends LinkedHashMap<String, Integer> {

		@Override
		public boolean containsValue(Object value) {
			effect("value of linked");
			return super.containsValue(value);
		}

	}

	static class Sorted extends TreeMap<String, Integer> {

		@Override
		public int size() {
			effect("size of sorted");
			return super.size();
		}

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
