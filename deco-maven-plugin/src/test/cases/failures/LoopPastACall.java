package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Loops that never end come after a call that fails, and never come to the call in them. */
@Inputs(4)
public class LoopPastACall extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int step = input % 2;
		return (input < 2) ? search(step) : skip(step);
	}

	@Synchronized
	int search(int step) {
		service.check(step);
		for (int i = 0;; i += step) {
			if (i > 3) {
				return service.number(i);
			}
		}
	}

	@Synchronized
	int skip(int step) {
		service.check(step);
		for (int i = 0; i != 10; i += step) {
			if (i > 5) {
				service.check(i);
			}
		}
		return step;
	}

	class Service {

		@Concurrent
		void check(int step) {
			if (step == 0) {
				throw new Failure("endless");
			}
		}

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
