package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class CallsInArguments extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x = 1;
		int a = service.sum(service.sum(x++, service.same(x)), x = service.same(7));
		String s = "a" + x + service.same(x) + x++ + service.same(x);
		int b = plain(x, service.same(x), x += 2, service.same(x), service.same(service.same(x)));
		int c = service.same(1) + service.same(2) * service.same(3) - plain(0, service.same(4), 0, 0, 0);
		return a + "," + s + "," + b + "," + c + "," + x;
	}

	private int plain(int a, int b, int c, int d, int e) {
		effect(a + " " + b + " " + c + " " + d + " " + e);
		return a + b + c + d + e;
	}

	static class Service {

		@Concurrent
		int sum(int a, int b) {
			return a + b;
		}

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
