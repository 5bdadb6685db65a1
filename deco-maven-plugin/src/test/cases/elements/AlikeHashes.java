package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A map compares keys that hash alike, if there are many and they have an order. */
@Inputs(3)
public class AlikeHashes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<Key, List<Integer>> map = new HashMap<>();
		Set<Key> set = new HashSet<>();
		for (long i = 0; i < 20; i++) {
			map.put(new Key(i << 32 | i), new ArrayList<>());
			set.add(new Key(i << 32 | i));
		}
		effect("start");
		int a = service.call(1);
		map.computeIfAbsent(new Key(5L << 32 | 5), (key) -> new ArrayList<>()).add(a);
		int b = service.call(2);
		set.add(new Key(21L << 32 | 21));
		return map.size() + set.size() + b;
	}

	record Key(long number) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			effect("compare");
			return Long.compare(number, other.number);
		}

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
