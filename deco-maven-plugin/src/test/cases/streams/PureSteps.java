package cases.streams;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(7)
public class PureSteps extends Case {

	Service service = service(new Service());

	record Item(int id, String name) {
	}

	record Quote(int id, long price, String shop) {
	}

	static int checked(int id, int failing) {
		if (id == failing) {
			throw new Failure("pure code fails at " + id);
		}
		return id;
	}

	@Override
	@Synchronized
	public Object run() {
		List<Item> items = List.of(new Item(4, "d"), new Item(2, "b"), new Item(9, "i"), new Item(1, "a"));
		int before = (input == 1) ? 9 : (input == 6) ? 4 : -1;
		int after = (input == 2) ? 2 : (input == 3) ? 1 : -1;
		List<Long> prices = items.stream()
			.filter((item) -> item.id() != 2 || input == 2)
			.filter((item) -> checked(item.id(), before) >= 0)
			.map((item) -> service.quote(item.id())) // forks
			.filter((quote) -> checked(quote.id(), after) >= 0)
			.map(Quote::price)
			.sorted()
			.toList();
		Map<String, Long> shops = items.stream() //
			.map(Item::id)
			.map(service::quote) // forks
			.collect(Collectors.groupingBy(Quote::shop, Collectors.summingLong(Quote::price)));
		Map<Integer, Quote> byId = items.stream()
			.map((item) -> service.quote(item.id())) // forks
			.collect(Collectors.toMap(Quote::id, (quote) -> quote));
		String joined = items.stream()
			.map((item) -> service.quote(item.id())) // forks
			.map((quote) -> quote.shop() + quote.price())
			.collect(Collectors.joining(", ", "[", "]"));
		long total = items.stream()
			.map(service::same) // forks
			.mapToLong(Item::id)
			.reduce(0, (a, b) -> 31 * a + b);
		Quote dearest = items.stream()
			.map((item) -> service.quote(item.id())) // forks
			.max(Comparator.comparingLong(Quote::price))
			.orElseThrow();
		int first = items.stream()
			.limit(2)
			.map((item) -> service.quote(item.id())) // forks
			.mapToInt(Quote::id)
			.sum();
		return List.of(prices, shops, byId, joined, total, dearest, first);
	}

	class Service {

		@Concurrent
		Quote quote(int id) {
			if ((input == 3 && id == 9) || (input == 4 && id == 4) || (input == 5 && id == 1) || (input == 6 && id == 9)) {
				throw new Failure("no quote for " + id);
			}
			return new Quote(id, 100 - id, (id % 2 == 0) ? "even" : "odd");
		}

		@Concurrent
		Item same(Item item) {
			return item;
		}

	}

}
