package cases.lent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call changes the collection over which its caller iterates. */
public class IteratedWhileFilled extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2));
		Iterator<Integer> iterator = list.iterator();
		int sum = iterator.next();
		service.fill(list);
		String caught = "";
		try {
			sum += iterator.next();
		}
		catch (java.util.ConcurrentModificationException ex) {
			caught = "changed";
		}
		List<View> views = new ArrayList<>();
		service.fill(list);
		views.add(new View(list, list.size()));
		int[] numbers = { 1 };
		service.fill(numbers);
		Total total = new Total(numbers);
		return List.of(sum, caught, views.get(0).size, total.value);
	}

	record View(List<Integer> list, int size) {
	}

	static class Total {

		final int value;

		Total(int[] numbers) {
			this.value = numbers[0];
		}

	}

	static class Service {

		@Concurrent
		void fill(List<Integer> list) {
			list.add(5);
		}

		@Concurrent
		void fill(int[] numbers) {
			numbers[0] = 50;
		}

	}

}
