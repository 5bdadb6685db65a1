package cases.elements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A list is sorted, reversed and searched with all that was stored in it. */
@Inputs(11)
public class SortedWhilePending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(5, 3));
		list.add(service.call(1));
		Collections.sort(list);
		int first = list.get(0);
		list.add(service.call(4));
		list.sort(null);
		list.set(0, service.call(6));
		list.sort(Comparator.reverseOrder());
		list.add(service.call(2));
		Collections.reverse(list);
		list.add(service.call(7));
		Collections.swap(list, 0, list.size() - 1);
		list.add(service.call(8));
		int greatest = Collections.max(list);
		list.add(service.call(9));
		Collections.rotate(list, 2);
		list.set(1, service.call(10));
		list.sort((x, y) -> {
			effect("compare");
			return 0;
		});
		List<List<Integer>> lists = new ArrayList<>(List.of(list, new ArrayList<>(List.of(1))));
		lists.get(1).add(service.call(3));
		lists.get(1).add(service.call(0));
		lists.sort(Comparator.comparing(List::size));
		list.add(service.call(5));
		int frequency = Collections.frequency(list, 5);
		return List.of(list, lists, first, greatest, frequency);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
