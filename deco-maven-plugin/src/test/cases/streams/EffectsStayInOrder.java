package cases.streams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An effect next to a call, or an element that may be left out, keeps all in its turn. */
@Inputs(3)
public class EffectsStayInOrder extends Case {

	Service service = service(new Service());

	List<Integer> items = List.of(1, 2, 3, 4, 5);

	List<Object> log = new ArrayList<>();

	Integer noted(Integer i) {
		effect("noted " + i);
		return i;
	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		results.add(items.stream()
			.peek((i) -> effect("before " + i))
			.map(service::call) // sequential
			.toList());
		results.add(items.stream()
			.map(service::call) // sequential
			.peek((i) -> effect("after " + i))
			.toList());
		results.add(items.stream()
			.map((i) -> service.call(noted(i))) // sequential
			.toList());
		results.add(items.stream()
			.filter((i) -> log.add(i))
			.map(service::call) // sequential
			.collect(Collectors.toList()));
		items.stream()
			.map(service::call) // sequential
			.forEach((i) -> log.add(i));
		items.stream()
			.map(service::call) // sequential
			.forEach(log::add);
		results.add(items.stream()
			.map(service::call) // sequential
			.findFirst()
			.get());
		results.add(items.stream()
			.map(service::call) // sequential
			.anyMatch((i) -> i == 2));
		results.add(items.stream()
			.map(service::call) // sequential
			.limit(2)
			.toList());
		results.add(Stream.iterate(1, (i) -> i + 1)
			.map(service::call) // sequential
			.limit(4)
			.toList());
		results.add(Stream.iterate(1, (i) -> i + 1)
			.limit(3)
			.map(service::call) // sequential
			.toList());
		results.add(items.parallelStream()
			.map(service::quiet) // sequential
			.toList());
		results.add(items.stream()
			.parallel()
			.map(service::quiet) // sequential
			.toList());
		Stream<Integer> either = items.stream();
		if (input == 1) {
			either = either.filter((i) -> i > 1);
		}
		results.add(either.map(service::call) // sequential
			.toList());
		Stream<Integer> twice = items.stream().map(service::call); // sequential
		results.add(twice == null);
		results.add(twice.toList());
		Function<Integer, Integer> function = service::call; // sequential
		results.add(items.stream().map(function).toList());
		results.add(items.stream()
			.map(service::key) // sequential
			.collect(Collectors.toSet())
			.size());
		results.add(items.stream()
			.map((i) -> service.call(i) + 1) // forks; waits: call; sequential
			.toList());
		Set<Integer> own = new HashSet<>();
		results.add(items.stream()
			.filter(own::add)
			.map(service::call) // sequential
			.toList());
		return results;
	}

	class Key {

		@Override
		public int hashCode() {
			effect("hashed");
			return 1;
		}

		@Override
		public boolean equals(Object other) {
			effect("compared");
			return other == this;
		}

	}

	class Service {

		@Concurrent
		Integer call(Integer i) {
			effect("call " + i);
			if (input == 1 && i == 3) {
				throw new Failure("three");
			}
			return i;
		}

		@Concurrent
		Integer quiet(Integer i) {
			return (input == 2) ? i + 1 : i;
		}

		@Concurrent
		Key key(Integer i) {
			return new Key();
		}

	}

}
