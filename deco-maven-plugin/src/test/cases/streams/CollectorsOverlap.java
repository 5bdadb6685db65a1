package cases.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The functions of collectors and filters make their calls ahead. */
public class CollectorsOverlap extends Case {

	Service service = service(new Service());

	record Item(int id, String kind) {
	}

	@Override
	@Synchronized
	public Object run() {
		List<Item> items = List.of(new Item(1, "a"), new Item(2, "b"), new Item(3, "a"));
		List<Object> results = new ArrayList<>();
		results.add(items.stream().collect(Collectors.toMap(Item::id, service::price))); // forks
		results.add(items.stream().collect(Collectors.toMap(Function.identity(), service::price))); // forks
		results.add(items.stream().collect(Collectors.toMap(service::name, service::price, Long::sum, TreeMap::new))); // forks
		results.add(items.stream()
			.collect(Collectors.groupingBy(Item::kind, Collectors.mapping(service::price, Collectors.toList())))); // forks
		results.add(items.stream().collect(Collectors.groupingBy(service::name, Collectors.counting()))); // forks
		results.add(items.stream()
			.collect(Collectors.groupingBy(service::name, LinkedHashMap::new, Collectors.summingLong(service::price)))); // forks
		results.add(items.stream().collect(Collectors.partitioningBy(service::isCheap))); // forks
		results.add(items.stream().filter(service::isCheap).map(Item::id).toList()); // forks
		results.add(items.stream().filter((item) -> service.isCheap(item)).mapToLong(service::price).sum()); // forks
		results.add(items.stream().collect(Collectors.averagingInt(service::number))); // forks
		results.add(items.stream().collect(Collectors.summingDouble(service::part))); // forks
		results.add(items.stream().collect(Collectors.averagingDouble((item) -> service.part(item)))); // forks
		results.add(items.stream().collect(Collectors.reducing(0L, service::price, Long::sum))); // forks
		Map<String, Long> first = items.stream()
			.collect(Collectors.collectingAndThen(
					Collectors.toMap(Item::kind, service::price, (left, right) -> left), // forks
					(map) -> map));
		results.add(first);
		return results;
	}

	static class Service {

		@Concurrent
		long price(Item item) {
			together((item.id() == 2) ? 1 : 2);
			return item.id() * 100L;
		}

		@Concurrent
		String name(Item item) {
			return item.kind() + item.kind();
		}

		@Concurrent
		boolean isCheap(Item item) {
			return item.id() != 2;
		}

		@Concurrent
		Integer number(Item item) {
			return item.id();
		}

		@Concurrent
		double part(Item item) {
			return item.id() / 10.0;
		}

	}

}
