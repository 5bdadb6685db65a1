package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class BranchesAndLoops extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x = 0;
		int y = service.same(1);
		for (int i = 0; i < 5; i++) {
			if (i % 2 == input % 2) {
				x = service.same(i);
			}
			else {
				y = i;
			}
			if (i == input + 1) {
				continue;
			}
			int swap = x;
			x = y;
			y = swap;
		}
		outer: for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				if (service.same(i) + j > input) {
					break outer;
				}
				x += j;
			}
		}
		return x + "," + y;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
