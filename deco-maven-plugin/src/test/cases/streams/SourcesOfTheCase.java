package cases.streams;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A collection that is not the JDK's own may do anything when it is iterated. */
@Inputs(2)
public class SourcesOfTheCase extends Case {

	Service service = service(new Service());

	class Noisy extends AbstractList<Integer> {

		@Override
		public Integer get(int i) {
			effect("get " + i);
			return i;
		}

		@Override
		public int size() {
			return 3;
		}

	}

	record Lazy(List<Integer> all) implements Iterable<Integer> {

		@Override
		public Iterator<Integer> iterator() {
			effect("iterated");
			return all.iterator();
		}

	}

	class Entry implements Map.Entry<String, Integer> {

		@Override
		public String getKey() {
			effect("key");
			return "k";
		}

		@Override
		public Integer getValue() {
			effect("value");
			return 5;
		}

		@Override
		public Integer setValue(Integer value) {
			throw new UnsupportedOperationException();
		}

	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		List<Integer> noisy = new Noisy();
		results.add(noisy.stream().map(service::noted).toList());
		noisy.forEach(service::note);
		new Lazy(noisy).forEach((i) -> service.note(i));
		results.add(Collections.unmodifiableList(noisy).stream().map((i) -> service.noted(i)).toList());
		Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
		results.add(map.entrySet().stream().map((entry) -> service.pair(entry.getKey(), entry.getValue())).toList());
		List<Map.Entry<String, Integer>> entries = new ArrayList<>(new HashMap<>(map).entrySet());
		entries.add(1, new Entry());
		entries.add(3, new Entry());
		results.add(entries.stream().map((entry) -> service.noted(entry.getValue())).toList());
		List<Integer> numbers = List.of(10, 20, 30);
		results.add(IntStream.range(0, 3).mapToObj((i) -> service.quiet(numbers.get(i))).toList());
		results.add(IntStream.range(0, 3).mapToObj((i) -> service.noted(noisy.get(i))).toList());
		return results;
	}

	class Service {

		@Concurrent
		Integer noted(Integer i) {
			effect("call " + i);
			if (input == 1 && i == 2) {
				throw new Failure("two");
			}
			return i;
		}

		@Concurrent
		void note(Integer i) {
			effect("call " + i);
		}

		@Concurrent
		String pair(String key, Integer value) {
			together(3);
			return key + value;
		}

		@Concurrent
		Integer quiet(Integer i) {
			together(3);
			return i;
		}

	}

}
