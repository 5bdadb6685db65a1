package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * A function that may have effects waits for the later stages of the elements before,
 * also if what comes between are more elements than calls are made ahead.
 */
@Inputs(9)
public class InTurnBehindManyDropped extends Case {

	static final int DROPPED = 300;

	Service service = service(new Service());

	static class Entry implements Map.Entry<String, Integer> {

		private final int value;

		Entry(int value) {
			this.value = value;
		}

		@Override
		public String getKey() {
			return "k";
		}

		@Override
		public Integer getValue() {
			effect("value " + this.value);
			return this.value;
		}

		@Override
		public Integer setValue(Integer value) {
			throw new UnsupportedOperationException();
		}

	}

	@Override
	public Object run() {
		List<Map.Entry<String, Integer>> entries = new ArrayList<>();
		entries.add(Map.entry("a", 7));
		for (int i = 0; i < 2 * DROPPED; i++) {
			entries.add(Map.entry("b", 5));
		}
		entries.add(new Entry(5));
		for (int part = 1; part <= 3; part++) {
			entries.add(Map.entry("a", part));
			for (int i = 0; i < DROPPED; i++) {
				entries.add(Map.entry("b", 0));
			}
			entries.add(new Entry(10 * part));
			entries.add(new Entry(0));
			entries.add(Map.entry("c", 100 * part));
		}
		return (input < 4) ? twoStages(entries) : (input < 8) ? threeStages(entries, 3 * input - 12) : keys(entries);
	}

	@Synchronized
	List<Integer> twoStages(List<Map.Entry<String, Integer>> entries) {
		return entries.stream()
			.map((entry) -> service.first(entry.getValue())) // forks
			.filter((i) -> i > 0)
			.map(service::second) // forks
			.toList();
	}

	@Synchronized
	List<Integer> threeStages(List<Map.Entry<String, Integer>> entries, int notDivided) {
		return entries.stream()
			.map((entry) -> service.first(entry.getValue())) // forks
			.filter((i) -> i > 0)
			.mapToInt(service::first) // forks
			.filter((i) -> 6 / (i - notDivided) < 100 && i != 5)
			.boxed()
			.filter(service::third) // forks
			.toList();
	}

	@Synchronized
	Map<String, List<Map.Entry<String, Integer>>> keys(List<Map.Entry<String, Integer>> entries) {
		return entries.stream()
			.filter((entry) -> service.third(entry.getValue())) // forks
			.filter((entry) -> service.fourth(entry)) // forks
			.collect(Collectors.groupingBy(service::key)); // forks
	}

	class Service {

		@Concurrent
		Integer first(Integer i) {
			return i;
		}

		@Concurrent
		Integer second(Integer i) {
			if (i == input + 1) {
				throw new Failure("second " + i);
			}
			return i;
		}

		@Concurrent
		boolean third(Integer i) {
			if (i == input) {
				throw new Failure("third " + i);
			}
			return i != 200;
		}

		@Concurrent
		boolean fourth(Map.Entry<String, Integer> entry) {
			return !entry.getKey().equals("b");
		}

		@Concurrent
		String key(Map.Entry<String, Integer> entry) {
			return entry.getKey();
		}

	}

}
