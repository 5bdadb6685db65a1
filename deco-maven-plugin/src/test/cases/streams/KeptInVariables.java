package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A stream that a variable holds makes its calls when it ends, from what the collection holds then. */
@Inputs(5)
public class KeptInVariables extends Case {

	Service service = service(new Service());

	List<Object> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		List<Integer> items = new ArrayList<>(List.of(1, 2));
		Stream<Integer> made = items.stream();
		Stream<Integer> prices = made.map(service::meet); // forks
		items.add(3);
		effect("between");
		items.add(service.same(4)); // forks
		List<Integer> list = prices.toList(); // waits all
		for (int i = 0; i < 2; i++) {
			IntStream numbers = IntStream.range(0, 3).map(service::same); // forks
			Stream<String> names = numbers.mapToObj((n) -> service.name(n)); // forks
			seen.add(names.collect(Collectors.joining(",")));
		}
		try {
			Stream<Integer> failing = items.stream().map(service::fail); // forks
			seen.add("not yet");
			seen.add(failing.toList());
		}
		catch (Failure ex) {
			seen.add(ex.getMessage());
		}
		Stream<Integer> again = items.stream().map(service::same); // sequential
		try {
			seen.add(again.count());
			seen.add(again.toList());
		}
		catch (IllegalStateException ex) {
			seen.add("used twice");
		}
		Stream<Integer> first = items.stream().map(service::same); // sequential
		seen.add(first.findFirst().get());
		seen.add(ended(items.stream().map(service::same))); // sequential
		return List.of(seen, list);
	}

	private static List<Integer> ended(Stream<Integer> stream) {
		return stream.collect(Collectors.toList());
	}

	class Service {

		@Concurrent
		Integer meet(Integer i) {
			together(4);
			return i * 10;
		}

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String name(int i) {
			return "n" + i;
		}

		@Concurrent
		Integer fail(Integer i) {
			if (i == input) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

	}

}
