package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Concurrent methods that fork themselves and wait, on any pool. */
@Inputs(2)
public class ScopesWithinTasks extends Case {

	Outer outer = service(new Outer());

	Inner inner = service(new Inner());

	@Override
	@Synchronized
	public Object run() {
		long a = outer.sum(1, 4);
		long b = outer.sum(5, 8);
		long c = outer.sum(9, 12);
		return a + b + c;
	}

	class Outer {

		long[] parts = new long[3];

		@Concurrent
		@Synchronized
		long sum(int from, int to) {
			long sum = 0;
			long first = inner.square(from);
			parts[from / 4] = first;
			for (int i = from + 1; i <= to; i++) {
				long square = inner.square(i);
				sum += square;
			}
			return first + sum;
		}

	}

	class Inner {

		@Concurrent
		long square(int i) {
			if (input == 1 && i > 6) {
				throw new Failure("square " + i);
			}
			return (long) i * i;
		}

	}

}
