package cases.lent;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call modifies a collection through a view of it. */
public class ViewModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
		service.drop(map.values());
		int a = map.size();
		Integer[] array = { 1, 2 };
		service.change(Arrays.asList(array));
		int b = array[0];
		Collection<String> keys = map.keySet();
		service.drop(map.values());
		return List.of(a, b, keys.size());
	}

	static class Service {

		@Concurrent
		void drop(Collection<Integer> values) {
			values.remove(values.iterator().next());
		}

		@Concurrent
		void change(List<Integer> list) {
			list.set(0, 10);
		}

	}

}
