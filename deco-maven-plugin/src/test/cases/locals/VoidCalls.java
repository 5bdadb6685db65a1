package cases.locals;

import java.util.concurrent.atomic.AtomicLong;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class VoidCalls extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		all();
		return service.sum.get();
	}

	@Synchronized
	void all() {
		for (int i = 0; i < 8; i++) {
			service.add(i); // forks
		}
	}

	static class Service {

		final AtomicLong sum = new AtomicLong();

		@Concurrent
		void add(int i) {
			together(8);
			sum.addAndGet(1L << i);
		}

	}

}
