package cases.elements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Views and iterators show what is stored behind them. */
@Inputs(14)
public class ViewsAndIterators extends Case {

	Service service = service(new Service());

	Map<String, Integer> map = new HashMap<>();

	Collection<Integer> values = map.values();

	@Override
	@Synchronized
	public Object run() {
		Set<String> keys = map.keySet();
		map.put("a", service.call(1));
		int a = keys.size();
		map.put("b", service.call(2));
		int b = values.size();
		Map.Entry<String, Integer> entry = map.entrySet().iterator().next();
		map.put("a", service.call(3));
		int c = entry.getValue();
		List<Integer> list = new ArrayList<>();
		list.add(service.call(4));
		Iterator<Integer> iterator = list.iterator();
		int d = iterator.next();
		list.set(0, service.call(5));
		boolean e = iterator.hasNext();
		Integer[] array = { 1, 2 };
		List<Integer> view = Arrays.asList(array);
		array[1] = service.call(6);
		int f = view.get(1);
		view.set(0, service.call(7));
		int g = array[0];
		int h = 0;
		Map<String, Integer> copy = new HashMap<>();
		for (Map.Entry<String, Integer> each : map.entrySet()) {
			copy.put(each.getKey(), service.call(each.getValue() + 10));
			h += each.getValue();
		}
		return List.of(a, b, c, d, e, f, g, h, copy);
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
