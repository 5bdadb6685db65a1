package cases.streams;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(8)
public class SeveralStages extends Case {

	Service service = service(new Service());

	record Order(int id, List<Integer> items) {
	}

	@Override
	@Synchronized
	public Object run() {
		List<Integer> ids = IntStream.range(0, 12).boxed().toList();
		List<String> chained = ids.stream()
			.map(service::first) // forks
			.filter((i) -> i != 5)
			.map((i) -> service.second(i)) // forks
			.map(String::trim)
			.collect(Collectors.toList());
		int total = ids.stream()
			.map((i) -> (i % 3 == 0) ? service.second(i) : (i % 3 == 1) ? "none" : service.third(i)) // forks
			.mapToInt(String::length)
			.sum();
		List<List<Integer>> nested = ids.stream().map((i) -> service.depth(i % 3)).toList(); // forks
		List<BigDecimal> prices = ids.stream()
			.map(service::price) // forks
			.map((price) -> service.taxed(price.multiply(BigDecimal.TEN))) // forks
			.toList();
		return chained + " " + total + nested + prices;
	}

	class Service {

		@Concurrent
		Integer first(Integer i) {
			if (input == 1 && i == 3 || input == 2 && i == 7 || input == 6 && i == 0) {
				throw new Failure("first fails at " + i);
			}
			return i;
		}

		@Concurrent
		String second(Integer i) {
			if (input == 1 && i == 2 || input == 2 && i == 8 || input == 3 && i == 11 || input == 7 && i == 9) {
				throw new Failure("second fails at " + i);
			}
			return (input == 4 && i == 6) ? null : " second " + i;
		}

		@Concurrent
		BigDecimal price(Integer i) {
			return BigDecimal.valueOf(i);
		}

		@Concurrent
		BigDecimal taxed(BigDecimal price) {
			return price.add(BigDecimal.ONE);
		}

		@Concurrent
		String third(int i) {
			if (input == 5 && i == 5) {
				throw new Failure("third fails at " + i);
			}
			return "third";
		}

		@Concurrent
		@Synchronized
		List<Integer> depth(int depth) {
			if (depth == 0) {
				return List.of(input);
			}
			return IntStream.range(0, 3).mapToObj((i) -> service.depth(depth - 1)).map((list) -> list.get(0)).toList();
		}

	}

}
