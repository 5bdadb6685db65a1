package cases.elements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A copy of a container has what was stored in it. */
@Inputs(15)
public class CopiedWhilePending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		Map<String, Integer> map = new HashMap<>();
		list.add(service.call(1));
		List<Integer> a = new ArrayList<>(list);
		list.add(service.call(2));
		List<Integer> b = List.copyOf(list);
		a.add(service.call(3));
		a.addAll(list);
		list.add(service.call(4));
		a.addAll(0, list);
		map.put("x", service.call(5));
		Map<String, Integer> c = new TreeMap<>(map);
		map.put("y", service.call(6));
		c.put("z", service.call(7));
		c.putAll(map);
		map.put("w", service.call(8));
		Map<String, Integer> d = Map.copyOf(map);
		list.add(service.call(9));
		Set<Integer> e = new TreeSet<>(list);
		e.add(service.call(10));
		Set<Integer> f = Set.copyOf(e);
		list.add(service.call(11));
		Object[] g = list.toArray();
		Integer[] h = list.toArray(new Integer[0]);
		Deque<Integer> i = new ArrayDeque<>(list);
		i.push(service.call(12));
		Collection<Integer> view = Collections.unmodifiableCollection(i);
		a.removeAll(view);
		i.addLast(service.call(13));
		a.retainAll(i);
		Collections.addAll(list, 1, service.call(14));
		boolean j = new HashSet<>(list).containsAll(e) || e.containsAll(list);
		Map<String, Integer> k = new LinkedHashMap<>(map);
		return new Object[] { list, map, a, b, c, d, e, f.size(), g, h, i, view.size(), j, k };
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
