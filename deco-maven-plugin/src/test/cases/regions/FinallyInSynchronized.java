package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * The handler that leaves the monitor protects that of the {@code finally} clause and
 * itself: by one entry of the exception table, if ECJ compiles it.
 */
@Inputs(3)
public class FinallyInSynchronized extends Case {

	private final Service service = service(new Service());

	private final int[] left = new int[2];

	@Override
	@Synchronized
	public Object run() {
		long first = this.service.check(input); // forks
		this.left[0] = this.service.check(input + 1); // forks
		synchronized (this.left) { // waits all
			try {
				return new int[] { this.left[0] };
			}
			finally {
				first += 2;
				this.left[1] = (int) first;
			}
		}
	}

	static class Service {

		@Concurrent
		public int check(int item) {
			if (item == 1) {
				throw new IllegalArgumentException("no " + item);
			}
			return item;
		}

	}

}
