package cases.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What fails first in program order is thrown: a key, a value, or the collector itself. */
@Inputs(12)
public class CollectorsThatFail extends Case {

	Service service = service(new Service());

	List<Object> seen = new ArrayList<>();

	static int checked(int i, int failing) {
		if (i == failing) {
			throw new Failure("pure code fails at " + i);
		}
		return i;
	}

	static Long zero() {
		return 0L;
	}

	@Override
	@Synchronized
	public Object run() {
		List<Integer> numbers = IntStream.rangeClosed(1, 9).boxed().toList();
		int failing = (input == 7) ? 4 : (input == 8) ? 1 : -1;
		try {
			Map<String, Long> map = numbers.stream()
				.filter((i) -> i != 5)
				.map(service::same) // forks
				.collect(Collectors.toMap(service::name, (i) -> service.price(checked(i, failing)))); // forks
			seen.add(map);
		}
		catch (IllegalStateException | NullPointerException ex) {
			seen.add(ex.getMessage());
		}
		catch (Failure ex) {
			seen.add("caught " + ex.getMessage());
		}
		try {
			seen.add(numbers.stream()
				.collect(Collectors.groupingBy(service::group, // forks
						Collectors.mapping(service::price, Collectors.toList())))); // forks
		}
		catch (NullPointerException ex) {
			seen.add("no group: " + ex.getMessage());
		}
		seen.add(numbers.stream().filter(service::isOdd).map(service::same).toList()); // forks
		seen.add(numbers.stream()
			.filter((i) -> i % 3 == 0)
			.collect(Collectors.toMap(Function.identity(), (i) -> (i % 2 == 0) ? zero() : service.price(i), // forks
					(left, right) -> left, LinkedHashMap::new)));
		Map<Integer, Long> own = new HashMap<>();
		own.put(1, service.price(9)); // forks
		seen.add(own);
		return seen;
	}

	class Service {

		@Concurrent
		Integer same(Integer i) {
			if (input == 1 && i == 7) {
				throw new Failure("same " + i);
			}
			return i;
		}

		@Concurrent
		String name(Integer i) {
			if (input == 2 && i == 6 || input == 3 && i == 4) {
				throw new Failure("name of " + i);
			}
			return (input == 4 && i == 7) ? "n2" : "n" + i;
		}

		@Concurrent
		Long price(Integer i) {
			if (input == 2 && i == 6 || input == 3 && i == 3 || input == 5 && i == 9 || input == 8 && i == 1) {
				throw new Failure("price of " + i);
			}
			if (input == 11 && i == 3) {
				sneak(new CheckedFailure("checked " + i));
			}
			return (input == 6 && i == 3) ? null : i * 10L;
		}

		@Concurrent
		String group(Integer i) {
			return (input == 9 && i == 3) ? null : "g" + i % 3;
		}

		@Concurrent
		boolean isOdd(Integer i) {
			if (input == 10 && i == 6) {
				throw new Failure("odd " + i);
			}
			return i % 2 == 1;
		}

		@SuppressWarnings("unchecked")
		private <E extends Throwable> void sneak(Throwable thrown) throws E {
			throw (E) thrown;
		}

	}

}
