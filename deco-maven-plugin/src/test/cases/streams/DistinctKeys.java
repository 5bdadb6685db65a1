package cases.streams;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Elements are hashed one after the other, as long as no call fails. */
@Inputs(2)
public class DistinctKeys extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Key> keys = List.of(new Key(1), new Key(2));
		return keys.stream().distinct().map((key) -> service.call(key.number)).toList();
	}

	static final class Key {

		final int number;

		Key(int number) {
			this.number = number;
		}

		@Override
		public boolean equals(Object other) {
			return other == this;
		}

		@Override
		public int hashCode() {
			effect("hash " + number);
			return number;
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
