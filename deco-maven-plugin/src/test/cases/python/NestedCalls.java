package cases.python;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class NestedCalls extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] results = new int[3];
		results[0] = service.work(service.work(service.work(1)));
		results[1] = service.work(results[0]) + service.work(results[0]);
		results[2] = inner(results[1]);
		return results;
	}

	@Synchronized
	private int inner(int i) {
		int[] mine = { service.work(i), 0 };
		mine[1] = service.work(mine[0]);
		return mine[0] + mine[1];
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return i + 2;
		}

	}

}
