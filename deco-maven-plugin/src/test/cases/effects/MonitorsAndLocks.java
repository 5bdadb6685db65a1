package cases.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Nothing that a lock protects is done before the calls in front of it have ended. */
@Inputs(9)
public class MonitorsAndLocks extends Case {

	Service service = service(new Service());

	final Object monitor = new Object();

	final Lock lock = new ReentrantLock();

	final ReentrantReadWriteLock both = new ReentrantReadWriteLock();

	final Semaphore semaphore = new Semaphore(1);

	int guarded;

	List<Integer> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() throws InterruptedException {
		int a = service.call(1);
		synchronized (monitor) {
			guarded++;
			a += service.call(2);
			seen.add(a);
			monitor.notifyAll();
		}
		int b = service.call(3);
		lock.lock();
		try {
			guarded += service.call(4);
			seen.add(guarded);
		}
		finally {
			lock.unlock();
		}
		b += service.call(5);
		count();
		b += service.call(6);
		both.readLock().lock();
		int c = guarded;
		both.readLock().unlock();
		seen.add(service.call(7));
		semaphore.acquire();
		guarded = seen.size();
		semaphore.release();
		seen.add(service.call(8));
		boolean held = Thread.holdsLock(monitor) || !lock.tryLock();
		return List.of(a, b, c, held, guarded);
	}

	private synchronized void count() {
		guarded++;
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
