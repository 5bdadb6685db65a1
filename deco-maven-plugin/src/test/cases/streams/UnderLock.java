package cases.streams;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The calls of a stream run in the thread that holds a lock. */
public class UnderLock extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Boolean> locked;
		synchronized (this) {
			locked = List.of(1, 2, 3).stream().map((i) -> service.isLocked(i)).toList();
		}
		List<Object> seen = new ArrayList<>(locked);
		seen.add(guarded());
		return seen;
	}

	@Synchronized
	synchronized List<Boolean> guarded() {
		return List.of(1, 2, 3).stream().map((i) -> service.isLocked(i)).toList();
	}

	class Service {

		@Concurrent
		boolean isLocked(int i) {
			return Thread.holdsLock(UnderLock.this) && i > 0;
		}

	}

}
