package cases.elements;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Iterators and views of a collection of the case show what any other holds. */
public class ViewsOfWrappers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
		Iterable<Integer> iterable = list::iterator;
		List<Integer> seen = new ArrayList<>();
		int next = 1;
		for (int i : iterable) {
			seen.add(i);
			if (next < 3) {
				list.set(next++, service.call(7));
			}
		}
		int sum = 0;
		for (int i : iterable) {
			sum += i;
			service.increase(list);
		}
		for (int i : (Iterable<Integer>) Source.ONLY) {
			sum += i;
			service.increase(Source.LIST);
		}
		Map<String, Integer> inner = new HashMap<>(Map.of("k", 1));
		Collection<Integer> values = new Wrapper(inner).values();
		inner.put("k", service.call(7));
		sum = 10 * sum + values.iterator().next();
		return List.of(seen, sum, entries(new Wrapper(inner), inner), isStored(new ArrayList<>()),
				isCleared(new ArrayList<>(List.of(1))));
	}

	@Synchronized
	boolean isStored(List<Integer> list) {
		Iterable<Integer> iterable = list::iterator;
		Iterator<Integer> iterator = iterable.iterator();
		list.add(service.call(7));
		return iterator.hasNext();
	}

	@Synchronized
	boolean isCleared(List<Integer> list) {
		Iterable<Integer> iterable = list::iterator;
		Iterator<Integer> iterator = iterable.iterator();
		service.clear(list);
		return !iterator.hasNext();
	}

	@Synchronized
	int entries(Map<String, Integer> map, Map<String, Integer> inner) {
		int total = 0;
		for (Map.Entry<String, Integer> entry : map.entrySet()) {
			inner.put("k", service.call(8));
			total += entry.getValue();
		}
		for (Map.Entry<String, Integer> entry : map.entrySet()) {
			service.increase(inner);
			total = 10 * total + entry.getValue();
		}
		return total;
	}

	enum Source implements Iterable<Integer> {

		ONLY;

		static final List<Integer> LIST = new ArrayList<>(List.of(1, 2));

		@Override
		public Iterator<Integer> iterator() {
			return LIST.iterator();
		}

	}

	static class Wrapper extends AbstractMap<String, Integer> {

		final Map<String, Integer> inner;

		Wrapper(Map<String, Integer> inner) {
			this.inner = inner;
		}

		@Override
		public Set<Map.Entry<String, Integer>> entrySet() {
			return inner.entrySet();
		}

		@Override
		public Collection<Integer> values() {
			return inner.values();
		}

	}

	static class Service {

		@Concurrent
		void clear(List<Integer> list) {
			list.clear();
		}

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		void increase(List<Integer> list) {
			list.set(1, list.get(1) + 10);
		}

		@Concurrent
		void increase(Map<String, Integer> map) {
			map.put("k", map.get("k") + 1);
		}

	}

}
