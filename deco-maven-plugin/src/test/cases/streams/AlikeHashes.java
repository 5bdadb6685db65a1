package cases.streams;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Elements that hash alike are compared one after the other, if there are many and they have an order. */
@Inputs(2)
public class AlikeHashes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Key> keys = new ArrayList<>();
		for (long i = 0; i < 20; i++) {
			keys.add(new Key(i << 32 | i));
		}
		return keys.stream().filter((key) -> key.number() >= 0).distinct().map((key) -> service.call((int) key.number())).toList();
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
