package cases.streams;

import java.util.List;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A generic call that returns what its caller does not expect: a method reference does not look at it. */
public class UncheckedResults extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<String> mapped = List.of(1, 2).stream().map(service::<String>any).toList(); // forks
		List<String> collected = List.of(3, 4)
			.stream()
			.collect(Collectors.mapping(service::<String>any, Collectors.toList())); // forks
		return List.of(mapped, collected, late());
	}

	@Synchronized
	String late() {
		try {
			return List.of(5).stream().map(service::<String>any).map(String::length).toList().toString(); // forks
		}
		catch (ClassCastException ex) {
			return "a cast failed";
		}
	}

	static class Service {

		@SuppressWarnings("unchecked")
		@Concurrent
		<T> T any(int i) {
			return (T) Integer.valueOf(i);
		}

	}

}
