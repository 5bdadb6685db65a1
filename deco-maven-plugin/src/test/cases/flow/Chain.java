package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Chain extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.inc(0);
		int b = service.inc(a);
		int c = service.inc(b);
		int d = service.inc(c);
		return d;
	}

	static class Service {

		@Concurrent
		int inc(int i) {
			return i + 1;
		}

	}

}
