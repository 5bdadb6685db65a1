package cases.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class NullsAndNothing extends Case {

	Service service = service(new Service());

	Service missing = null;

	@Override
	@Synchronized
	public Object run() {
		List<Integer> none = new ArrayList<>();
		List<Integer> some = Arrays.asList(1, null, 3);
		List<Object> results = new ArrayList<>();
		results.add(none.stream().map(service::half).toList()); // forks
		results.add(none.stream().mapToInt(service::strict).max().isPresent()); // forks
		results.add(Collections.<Integer>emptyList().stream().map(service::half).count()); // forks
		results.add(some.stream().map(service::half).toList()); // forks
		results.add(some.stream().map(service::half).filter(Objects::nonNull).toList()); // forks
		results.add(some.stream().map(service::half).count()); // forks
		if (input == 1) {
			results.add(some.stream().map(service::strict).toList()); // forks
		}
		if (input == 2) {
			results.add(some.stream().map((i) -> missing.half(i)).toList()); // forks
		}
		if (input == 3) {
			results.add(((List<Integer>) null).stream().map(service::half).toList()); // forks
		}
		none.stream().forEach(service::consume); // forks
		none.forEach(service::consume); // forks
		return results;
	}

	class Service {

		@Concurrent
		Integer half(Integer i) {
			return (i == null || i == 3) ? null : i / 2;
		}

		@Concurrent
		int strict(int i) {
			return i;
		}

		@Concurrent
		void consume(Integer i) {
		}

	}

}
