package cases.elements;

import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A store that an array cannot take ends a loop before the next call. */
public class OutOfBounds extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] numbers = new int[2];
		try {
			for (int i = 0; i < 5; i++) {
				numbers[i] = service.call(i);
			}
		}
		catch (ArrayIndexOutOfBoundsException ex) {
			effect("too many");
		}
		int sum = numbers[0] + numbers[1];
		int calls = service.calls.get();
		Object[] words = new String[3];
		try {
			for (Object word : new Object[] { "a", 1, "c" }) {
				service.call(2);
				words[0] = word;
			}
		}
		catch (ArrayStoreException ex) {
			effect("no text");
		}
		return sum + " of " + calls + ", " + service.calls;
	}

	static class Service {

		final AtomicInteger calls = new AtomicInteger();

		@Concurrent
		int call(int i) {
			calls.incrementAndGet();
			return i;
		}

	}

}
