package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class InRegions extends Case {

	Service service = service(new Service());

	List<Integer> items = List.of(1, 2, 3, 4, 5, 6);

	List<Object> log = new ArrayList<>();

	class Resource implements AutoCloseable {

		@Override
		public void close() {
			effect("closed");
			log.add("closed");
		}

	}

	@Override
	@Synchronized
	public Object run() {
		for (int round = 0; round < 3; round++) {
			int shift = service.next(round); // forks
			try (Resource resource = new Resource()) {
				int before = service.next(10); // forks
				List<Integer> results = items.stream().map((i) -> service.call(i + shift)).toList(); // forks; waits all
				log.add(results);
				log.add(before);
			}
			catch (Failure ex) {
				log.add(ex.getMessage());
				continue;
			}
			finally {
				log.add(items.stream().mapToInt(service::next).sum()); // forks
			}
			log.add("round " + round);
		}
		return log;
	}

	@Synchronized
	synchronized Object locked() {
		return items.stream().map(service::call).toList(); // sequential
	}

	@Synchronized
	Object lockedBlock() {
		synchronized (log) {
			return items.stream().map(service::call).toList(); // sequential
		}
	}

	@Synchronized
	Object lockedByHand() {
		ReentrantLock lock = new ReentrantLock();
		lock.lock();
		try {
			return items.stream().map(service::call).toList(); // sequential
		}
		finally {
			lock.unlock();
		}
	}

	class Service {

		@Concurrent
		Integer call(Integer i) {
			if (input > 0 && i == input + 1) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		int next(int i) {
			if (input == 5 && i == 2) {
				throw new Failure("next");
			}
			return i + 1;
		}

	}

}
