package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A loop that never ends comes after a call that fails, and starts no call itself. */
@Inputs(2)
public class LoopAfterFailure extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int step = input;
		service.check(step);
		long sum = 0;
		for (int i = 0; i < 10; i += step) {
			sum += i;
		}
		do {
			sum -= step;
		}
		while (sum > 0);
		return sum;
	}

	class Service {

		@Concurrent
		void check(int step) {
			if (step == 0) {
				throw new Failure("endless");
			}
		}

	}

}
