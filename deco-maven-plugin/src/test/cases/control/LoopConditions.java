package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class LoopConditions extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int rounds = 0;
		int last = 0;
		while (service.more(rounds, input)) {
			last = service.same(rounds++);
		}
		int i = 0;
		int x;
		do {
			x = service.same(i++);
		}
		while (x < 3);
		for (int limit = service.same(4); limit > 0; limit = service.same(limit - 2)) {
			rounds += limit;
		}
		for (int j = 0, n = service.same(3); j < n; j++) {
			last = service.same(last);
		}
		return rounds + "," + last + "," + i;
	}

	static class Service {

		@Concurrent
		boolean more(int i, int limit) {
			return i < limit;
		}

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
