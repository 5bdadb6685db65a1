package cases.lent;

import java.util.HashMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A key is hashed when something is stored under it, and not after a call has modified it. */
public class KeyModifiedAfterStore extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Key key = new Key();
		Map<Key, Integer> map = new HashMap<>();
		map.put(key, service.number(1));
		if (service.change(key) > 0) {
			return "found " + map.get(key);
		}
		return "not reached";
	}

	static final class Key {

		int number;

		@Override
		public int hashCode() {
			return number;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && key.number == number;
		}

	}

	static class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		int change(@Modifies Key key) {
			key.number += 4;
			return key.number;
		}

	}

}
