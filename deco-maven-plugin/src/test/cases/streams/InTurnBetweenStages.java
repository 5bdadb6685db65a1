package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A function that may have effects waits for the later stages of the elements before. */
@Inputs(4)
public class InTurnBetweenStages extends Case {

	Service service = service(new Service());

	static class Entry implements Map.Entry<String, Integer> {

		@Override
		public String getKey() {
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
		List<Map.Entry<String, Integer>> entries = new ArrayList<>(Map.of("a", 1).entrySet());
		entries.add(new Entry());
		entries.add(new Entry());
		entries.add(Map.entry("b", 3));
		entries.add(new Entry());
		return entries.stream()
			.map((entry) -> service.first(entry.getValue())) // forks
			.filter((i) -> i != 2)
			.map(service::second) // forks
			.filter((i) -> i != 7)
			.filter(service::third) // forks
			.toList();
	}

	class Service {

		@Concurrent
		Integer first(Integer i) {
			return i;
		}

		@Concurrent
		Integer second(Integer i) {
			if (i == 2 * input - 1) {
				throw new Failure("second " + i);
			}
			return i;
		}

		@Concurrent
		boolean third(Integer i) {
			return i != 3;
		}

	}

}
