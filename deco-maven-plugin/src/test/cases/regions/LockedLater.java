package cases.regions;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Calls in a {@code try} overlap if the lock that is unlocked after its handler is locked there too. */
@Inputs(3)
public class LockedLater extends Case {

	Service service = service(new Service());

	final Lock lock = new ReentrantLock();

	int count;

	@Override
	@Synchronized
	public Object run() {
		int sum;
		try {
			int a = service.free(1); // forks
			int b = service.free(2); // forks
			sum = a + b;
		}
		catch (Failure ex) {
			sum = -1;
		}
		lock.lock();
		try {
			count++;
		}
		finally {
			lock.unlock();
		}
		return sum + held();
	}

	@Synchronized
	int held() {
		int a;
		lock.lock();
		try {
			a = service.locked(); // sequential
		}
		catch (Failure ex) {
			a = -1;
		}
		lock.unlock();
		return a;
	}

	class Service {

		@Concurrent
		int free(int i) {
			together(2);
			if (i == input) {
				throw new Failure("free");
			}
			return i;
		}

		@Concurrent
		int locked() {
			lock.lock();
			try {
				return count;
			}
			finally {
				lock.unlock();
			}
		}

	}

}
