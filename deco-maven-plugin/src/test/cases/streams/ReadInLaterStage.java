package cases.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What a later stage reads or calls for an element may be of any class, and change what earlier stages read. */
public class ReadInLaterStage extends Case {

	int field;

	Service service = service(new Service());

	Item counted = new Counted();

	Item known = service(new Known(1));

	static class Service {

		@Concurrent
		public Integer call(int i) {
			return i;
		}

		@Concurrent
		public boolean isOdd(Integer i) {
			return i % 2 == 1;
		}

	}

	interface Item {

		Integer load();

	}

	record Known(int id) implements Item {

		@Override
		@Concurrent
		public Integer load() {
			return this.id;
		}

	}

	class Counted implements Item {

		@Override
		public Integer load() {
			return field++;
		}

	}

	@Override
	@Synchronized
	public Object run() {
		Map<Integer, Integer> loading = new HashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			public Integer get(Object key) {
				field++;
				return (Integer) key;
			}

		};
		List<Object> results = new ArrayList<>();
		results.add(List.of(1, 2, 3)
			.stream()
			.map((i) -> service.call(i * 100 + field)) // sequential
			.map((i) -> service.call(loading.get(i))) // sequential
			.toList());
		results.add(List.of(1, 2, 3)
			.stream()
			.filter((i) -> service.isOdd(i + field)) // sequential
			.collect(Collectors.toMap((i) -> i, (i) -> service.call(loading.get(i))))); // sequential
		results.add(List.of(1, 2, 3)
			.stream()
			.map((i) -> service.call(i + field)) // sequential
			.map((i) -> (i % 2 == 1) ? counted : known)
			.map((item) -> item.load()) // sequential
			.toList());
		results.add(List.of(1, 2, 3)
			.stream()
			.collect(Collectors.toMap((i) -> service.call(i + field), (i) -> service.call(loading.get(i))))); // forks
		return results;
	}

}
