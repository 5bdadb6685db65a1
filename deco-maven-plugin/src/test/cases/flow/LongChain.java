package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A chain longer than any stack is deep. */
public class LongChain extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x = 0;
		for (int i = 0; i < 20_000; i++) {
			x = service.inc(x);
		}
		return x;
	}

	static class Service {

		@Concurrent
		int inc(int i) {
			return i + 1;
		}

	}

}
