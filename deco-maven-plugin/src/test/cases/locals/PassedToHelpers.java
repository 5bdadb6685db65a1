package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class PassedToHelpers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.twice(1);
		int b = service.twice(2);
		int c = service.twice(3);
		record(a);
		int d = pure(b, c);
		return d + count(a, b, c, d) + Math.max(a, c);
	}

	private void record(int i) {
		effect("seen " + i);
	}

	private static int pure(int i, int j) {
		return 10 * i + j;
	}

	private int count(int... all) {
		effect(all.length);
		return all.length;
	}

	static class Service {

		@Concurrent
		int twice(int i) {
			return 2 * i;
		}

	}

}
