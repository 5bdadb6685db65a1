package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** In static and generic methods, interfaces, branches, arguments, and with what is captured. */
@Inputs(3)
public class Elsewhere extends Case {

	Service service = service(new Service());

	Mixed<String> mixed = service(new Mixed<>());

	int field = 5;

	interface Pricing {

		Service service();

		@Synchronized
		default List<Integer> all(List<Integer> items) {
			return items.stream().map((i) -> service().call(i)).toList();
		}

		@Synchronized
		default List<Integer> plain(List<Integer> items) {
			Service own = service();
			return items.stream().map(own::call).toList(); // forks
		}

	}

	@Synchronized
	static <T extends Number> List<Integer> generic(Service service, List<T> items, long wide, byte small) {
		return items.stream()
			.map((item) -> service.call((int) (wide + small))) // forks
			.collect(Collectors.toCollection(ArrayList::new));
	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		Pricing pricing = () -> service;
		results.add(pricing.all(List.of(1, 2)));
		results.add(pricing.plain(List.of(1, 2)));
		results.add(generic(service, List.of(1L, 2L), 3L, (byte) 4));
		int local = input;
		long wide = 7;
		results.add(IntStream.range(0, 4).mapToObj((i) -> service.call(i + local + (int) wide + field)).toList());
		boolean both = input < 2;
		results.add(both ? Stream.of(1, 2).map(service::call).toList() : Stream.of(3).map(service::call).toList());
		results.add(String.join("-", Stream.of("a", "b").map((s) -> mixed.same(s)).toList()));
		results.add(Stream.of("a", "b").map(mixed::same).map(String::length).reduce(0, Integer::sum));
		Supplier<List<Integer>> later = () -> Stream.of(1, 2).map(service::call).toList();
		results.add(later.get());
		Consumer<Integer> consumer = (i) -> field += i;
		Stream.of(1, 2).map(service::call).forEach(consumer);
		List<Service> services = List.of(service, service);
		results.add(services.stream().map((own) -> own.call(9)).toList());
		results.add(services.stream().map(Service::zero).toList());
		results.add(Stream.of(1, 2).map(Service::stat).toList());
		int sum = 0;
		for (int i = 0; i < 3; i++) {
			int pending = service.call(i);
			sum += Stream.of(1, 2, 3).mapToInt((j) -> service.call(j)).sum() + pending;
		}
		results.add(sum);
		long total = service.call(1) + Stream.of(4, 5).map(service::call).mapToLong((i) -> i).sum() + service.call(2);
		results.add(total);
		return results;
	}

	static class Mixed<T> {

		@Concurrent
		T same(T value) {
			return value;
		}

	}

	class Service {

		@Concurrent
		Integer call(int i) {
			if (input == 2 && i == 9) {
				throw new Failure("nine");
			}
			return i;
		}

		@Concurrent
		String zero() {
			return "zero";
		}

		@Concurrent
		static String stat(int i) {
			return "static " + i;
		}

	}

}
