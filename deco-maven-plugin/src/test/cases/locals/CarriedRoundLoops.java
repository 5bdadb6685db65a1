package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class CarriedRoundLoops extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		long a = 0;
		long b = 1;
		for (int i = 0; i < 30; i++) {
			long next = service.sum(a, b);
			a = b;
			b = next;
		}
		String s = "";
		String previous = null;
		for (char c = 'a'; c < 'f'; c++) {
			previous = s;
			s = service.append(s, c);
		}
		return a + s + previous;
	}

	static class Service {

		@Concurrent
		long sum(long a, long b) {
			return a + b;
		}

		@Concurrent
		String append(String s, char c) {
			return s + c;
		}

	}

}
