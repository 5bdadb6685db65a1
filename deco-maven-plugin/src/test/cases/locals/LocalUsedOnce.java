package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class LocalUsedOnce extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.twice(1); // forks
		int b = service.twice(2); // forks
		return a + b; // waits: twice
	}

	static class Service {

		@Concurrent
		int twice(int i) {
			together(2);
			return 2 * i;
		}

	}

}
