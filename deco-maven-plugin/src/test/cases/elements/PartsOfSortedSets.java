package cases.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A part of a sorted set, which is of the same class, shows what is stored in the whole. */
@Inputs(6)
public class PartsOfSortedSets extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		TreeSet<Integer> set = new TreeSet<>(List.of(50));
		SortedSet<Integer> head = set.headSet(100);
		head.add(service.call(1));
		int a = set.size();
		set.add(service.call(2));
		int b = head.size();
		NavigableSet<Integer> descending = set.descendingSet();
		set.add(service.call(3));
		int c = service.size(descending);
		SortedSet<Integer> tail = set.tailSet(3);
		List<Integer> seen = new ArrayList<>();
		set.add(service.call(4));
		for (int i : tail) {
			seen.add(i);
		}
		head.add(service.call(5));
		int d = service.size(set);
		return List.of(a, b, c, d, seen);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		int size(SortedSet<Integer> set) {
			return set.size();
		}

	}

}
