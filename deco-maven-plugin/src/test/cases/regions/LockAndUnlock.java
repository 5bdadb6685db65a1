package cases.regions;

import java.util.concurrent.locks.ReentrantLock;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class LockAndUnlock extends Case {

	private final ReentrantLock lock = new ReentrantLock();

	Service service = service(new Service());

	int value;

	@Override
	@Synchronized
	public Object run() {
		int before = service.free(1);
		lock.lock();
		try {
			value = service.locked(2);
			effect("locked " + lock.isHeldByCurrentThread());
		}
		finally {
			lock.unlock();
		}
		value += service.locked(3);
		return before + value + (lock.isLocked() ? "locked" : "free");
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
			lock.lock();
			try {
				if (i == input) {
					throw new Failure("locked");
				}
				return i;
			}
			finally {
				lock.unlock();
			}
		}

	}

}
