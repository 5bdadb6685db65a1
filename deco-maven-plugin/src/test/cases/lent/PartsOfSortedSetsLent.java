package cases.lent;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call that modifies a part of a sorted set modifies the whole, and the other way round. */
public class PartsOfSortedSetsLent extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		TreeSet<Integer> set = new TreeSet<>(List.of(50));
		NavigableSet<Integer> head = set.headSet(100, true);
		service.add(head);
		int a = set.size();
		service.add(set);
		int b = head.size();
		service.add(set);
		service.add(head);
		service.add(set.descendingSet());
		return List.of(a, b, set);
	}

	static class Service {

		@Concurrent
		void add(Set<Integer> set) {
			int size = set.size();
			Thread.yield();
			set.add(size);
		}

	}

}
