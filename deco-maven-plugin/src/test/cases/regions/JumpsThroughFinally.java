package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class JumpsThroughFinally extends Case {

	Service service = service(new Service());

	int done;

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		outer: for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				try {
					int x = service.call(i, j);
					if (j == 1) {
						continue outer;
					}
					if (i == 2) {
						break outer;
					}
					sum = x;
				}
				finally {
					done = service.call(3, j);
					effect("finally " + i + j + sum);
				}
			}
		}
		return sum + "," + done;
	}

	class Service {

		@Concurrent
		int call(int i, int j) {
			if (input == i + 1 && j == 0) {
				throw new Failure("call " + i + j);
			}
			return 10 * i + j;
		}

	}

}
