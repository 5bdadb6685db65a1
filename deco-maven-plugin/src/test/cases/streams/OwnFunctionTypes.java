package cases.streams;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A functional interface that extends one of the JDK may run more than the lambda, or not run it at all. */
@Inputs(4)
public class OwnFunctionTypes extends Case {

	Service service = service(new Service());

	interface Throwing<T, R> extends Function<T, R> {

		R tryApply(T element) throws Exception;

		@Override
		default R apply(T element) {
			try {
				return tryApply(element);
			}
			catch (Exception ex) {
				effect("handled " + element);
				return null;
			}
		}

	}

	interface Doubled extends UnaryOperator<Integer> {

		Integer of(Integer i);

		@Override
		default Integer apply(Integer i) {
			effect("apply " + i);
			return of(i) * 2;
		}

	}

	interface Some extends Consumer<Integer> {

		void take(Integer i);

		@Override
		default void accept(Integer i) {
			if (i > 1) {
				take(i);
			}
		}

	}

	interface SomeEntries extends BiConsumer<Integer, String> {

		void take(Integer key, String value);

		@Override
		default void accept(Integer key, String value) {
			if (key > 1) {
				take(key, value);
			}
		}

	}

	interface Making extends Function<String, List<Integer>> {

		List<Integer> make(String key);

		@Override
		default List<Integer> apply(String key) {
			effect("make " + key);
			return make(key);
		}

	}

	interface Filling extends Supplier<Map<Integer, Integer>> {

		Map<Integer, Integer> fill();

		@Override
		default Map<Integer, Integer> get() {
			return new HashMap<>(fill()) {

				private static final long serialVersionUID = 1L;

				@Override
				public Integer putIfAbsent(Integer key, Integer value) {
					effect("put " + key);
					return super.putIfAbsent(key, value);
				}

				@Override
				public Integer merge(Integer key, Integer value, 
						BiFunction<? super Integer, ? super Integer, ? extends Integer> function) {
					effect("merge " + key);
					return super.merge(key, value, function);
				}

			};
		}

	}

	interface Own extends Predicate<Integer> {
	}

	@Override
	public Object run() {
		List<Integer> items = List.of(1, 2, 3);
		return switch (input) {
			case 0 -> results(items);
			case 1 -> List.of(loops(items), service.taken);
			case 2 -> made();
			default -> failing(items);
		};
	}

	@Synchronized
	List<Object> results(List<Integer> items) {
		List<Object> results = new ArrayList<>();
		results.add(items.stream()
			.map((Throwing<Integer, Integer>) service::failing) // sequential
			.toList());
		results.add(items.stream()
			.map((Throwing<Integer, Integer> & Serializable) (i) -> service.failing(i)) // sequential
			.toList());
		results.add(items.stream()
			.collect(Collectors.toMap((i) -> i, (Doubled) service::call))); // sequential
		results.add(items.stream()
			.collect(Collectors.toMap((i) -> i, service::call, Integer::sum, (Filling) HashMap::new))); // sequential
		results.add(items.stream()
			.filter((Own) (i) -> service.call(i) > 1) // forks; waits: call; sequential
			.toList());
		results.add(items.stream()
			.filter((Own) service::isOdd) // sequential
			.toList());
		results.add(items.stream()
			.filter((Predicate<Integer> & Serializable) service::isOdd) // sequential
			.toList());
		results.add(List.of("a", "b")
			.stream()
			.collect(Collectors.groupingBy((UnaryOperator<String>) service::same))); // forks
		return results;
	}

	@Synchronized
	List<Integer> loops(List<Integer> items) {
		items.forEach((Some) service::take); // sequential
		Map.of(1, "a").forEach((SomeEntries) (key, value) -> service.take(key)); // sequential
		return items;
	}

	@Synchronized
	Map<String, List<Integer>> made() {
		Map<String, List<Integer>> map = new HashMap<>();
		int size = service.call(3); // forks
		map.computeIfAbsent("x", (Making) (key) -> new ArrayList<>()) // waits all
			.add(service.call(size)); // forks
		return map;
	}

	@Synchronized
	List<Integer> failing(List<Integer> items) {
		return items.stream()
			.map((Doubled) (i) -> i + 1)
			.map(service::call) // sequential
			.toList();
	}

	class Service {

		final List<Integer> taken = new ArrayList<>();

		@Concurrent
		Integer failing(Integer i) throws Exception {
			if (i == 2) {
				throw new Exception("two");
			}
			return i;
		}

		@Concurrent
		Integer call(Integer i) {
			if (input >= 2 && i >= 3) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		boolean isOdd(Integer i) {
			return i % 2 == 1;
		}

		@Concurrent
		String same(String text) {
			return text;
		}

		@Concurrent
		synchronized void take(Integer i) {
			this.taken.add(i);
		}

	}

}
