package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Inside a monitor calls run in the caller: they may need the lock. */
@Inputs(3)
public class SynchronizedBlock extends Case {

	final Object lock = new Object();

	Service service = service(new Service());

	int value;

	@Override
	@Synchronized
	public Object run() {
		int before = service.free(1); // forks
		synchronized (lock) { // waits all
			value = service.locked(2); // sequential
			effect("locked");
		}
		int after = service.locked(3); // forks
		return before + value + after; // waits: locked
	}

	class Service {

		@Concurrent
		int free(int i) {
			if (input == 1) {
				throw new Failure("free");
			}
			return i;
		}

		@Concurrent
		int locked(int i) {
			synchronized (lock) {
				if (input == 2) {
					throw new Failure("locked");
				}
				return i;
			}
		}

	}

}
