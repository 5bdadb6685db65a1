package cases.streams;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** What fails in the operation that ends a pipeline has the line of its call. */
@Inputs(4)
public class LinesOfFailures extends Case {

	Service service = service(new Service());

	List<Integer> items = List.of(1, 2);

	List<Integer> noItems = null;

	Map<Integer, Integer> noMap = null;

	@Override
	@Synchronized
	public Object run() {
		if (input == 0) {
			return items.stream()
				.collect(Collectors.toMap((i) -> service.one(i), (i) -> i)); // forks
		}
		if (input == 1) {
			return items.stream()
				.map(service::none) // forks
				.sorted()
				.toList();
		}
		if (input == 2) {
			noItems.forEach(service::one); // forks
		}
		noMap.forEach((key, value) -> service.one(key)); // forks
		return null;
	}

	class Service {

		@Concurrent
		Integer one(Integer i) {
			return 1;
		}

		@Concurrent
		Integer none(Integer i) {
			return null;
		}

	}

}
