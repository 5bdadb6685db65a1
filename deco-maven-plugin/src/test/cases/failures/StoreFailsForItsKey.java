package cases.failures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** A store that fails whatever is stored does so before later calls modify anything. */
@Inputs(9)
public class StoreFailsForItsKey extends Case {

	Service service = service(new Service());

	Counter counter = new Counter();

	@Override
	@Synchronized
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public Object run() {
		Map<String, Integer> sorted = new TreeMap<>();
		Map<Unit, Integer> byUnit = new EnumMap<>(Unit.class);
		Deque<Object> deque = new ArrayDeque<>();
		List<Integer> list = new ArrayList<>(List.of(1, 2));
		int first = service.value(1);
		switch (input) {
			case 0 -> sorted.put(null, service.value(2));
			case 1 -> ((Map) sorted).put(String.class, service.value(2));
			case 2 -> byUnit.put(null, service.value(2));
			case 3 -> deque.add(null);
			case 4 -> list.set(2, service.value(2));
			case 5 -> list.add(3, service.value(2));
			case 6 -> list.set(-1, service.value(2));
			case 7 -> new TreeSet<String>().add(null);
			default -> list.add(2, service.value(2));
		}
		int second = service.increment(counter);
		return "" + first + second + list;
	}

	enum Unit {

		METRE

	}

	static class Counter {

		int count;

	}

	static class Service {

		@Concurrent
		int value(int i) {
			return i;
		}

		@Concurrent
		int increment(@Modifies Counter counter) {
			return ++counter.count;
		}

	}

}
