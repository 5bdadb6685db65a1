package cases.streams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What sorted hands on goes through the functions after it one by one, and fails after the calls for those before. */
@Inputs(3)
public class SortedBefore extends Case {

	int field = 1;

	Service service = service(new Quiet());

	Service plain = new Plain();

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		results.add(List.of(3, 1, 2)
			.stream()
			.sorted(Comparator.comparingInt((Integer i) -> i))
			.map((i) -> i * 100 + field)
			.map(plain::call) // forks
			.toList());
		results.add(List.of(3, 1, 2)
			.stream()
			.map(service::call) // forks
			.sorted()
			.map((i) -> i * 100 + field)
			.map(plain::call) // forks
			.toList());
		results.add(IntStream.of(3, 1, 2)
			.sorted()
			.map((i) -> 10 / (i - 3 * input))
			.mapToObj(service::call) // forks
			.toList());
		results.add(IntStream.of(3, 1, 2)
			.sorted()
			.map((i) -> 10 / (i - input))
			.mapToObj(service::call) // forks
			.toList());
		return results;
	}

	interface Service {

		Integer call(int i);

	}

	class Quiet implements Service {

		@Override
		@Concurrent
		public Integer call(int i) {
			if (input == 2 && i == -10) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

	class Plain implements Service {

		@Override
		public Integer call(int i) {
			field++;
			effect("call " + i);
			return i;
		}

	}

}
