package cases.locals;

import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class DiscardedResult extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		both();
		return service.sum.get();
	}

	@Synchronized
	void both() {
		service.add(1);
		service.add(2);
	}

	static class Service {

		final AtomicInteger sum = new AtomicInteger();

		@Concurrent
		int add(int i) {
			together(2);
			return sum.addAndGet(i);
		}

	}

}
