package cases.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class Loops extends Case {

	Service service = service(new Service());

	static class Item {

		int value;

		int times;

		Item(int value) {
			this.value = value;
		}

	}

	@Override
	@Synchronized
	public Object run() {
		List<Integer> numbers = List.of(1, 2, 3, 4);
		numbers.forEach(service::note); // forks
		numbers.stream().forEach(service::note); // forks
		numbers.stream().filter((i) -> i > 0).forEachOrdered((i) -> service.note(i)); // forks
		IntStream.range(0, 4).forEach(service::note); // forks
		Set<Integer> set = new HashSet<>(numbers);
		set.forEach((i) -> service.note(i)); // forks
		new LinkedList<>(numbers).forEach(service::noted); // forks
		Item same = new Item(7);
		List<Item> items = new ArrayList<>(List.of(new Item(1), same, new Item(2), same, same));
		items.forEach(service::fill); // forks
		items.stream().forEach((item) -> service.fill(item)); // forks
		Collection<Item> more = items;
		more.stream()
			.filter((item) -> item.times > 1)
			.forEach(service::fill); // sequential
		Stream.of(same, same).forEach((item) -> service.sum(item, items)); // sequential
		return List.of(items, service.noted.sum(), same);
	}

	class Service {

		final LongAdder noted = new LongAdder();

		@Concurrent
		void note(int i) {
			together(4);
			if (input == 1 && i == 4 || input == 2 && i >= 0) {
				throw new Failure("failed at " + i);
			}
		}

		@Concurrent
		boolean noted(Integer i) {
			noted.add(i);
			return true;
		}

		@Concurrent
		void fill(Item item) {
			item.times++;
			item.value = 3 * item.value + item.times;
			if (input == 3 && item.times == 2) {
				throw new Failure("filled twice");
			}
		}

		@Concurrent
		void sum(Item item, List<Item> into) {
			into.add(new Item(item.value));
		}

	}

}
