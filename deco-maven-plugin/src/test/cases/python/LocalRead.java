package cases.python;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class LocalRead extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x = service.work(1);
		if (x > 5) {
			return "big " + x;
		}
		return "small";
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 10 * i;
		}

	}

}
