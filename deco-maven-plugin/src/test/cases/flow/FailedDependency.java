package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A call whose argument fails is not made. */
@Inputs(4)
public class FailedDependency extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.step(0);
		int b = service.step(a);
		int c = service.step(b);
		int d = service.join(a, c);
		return d;
	}

	class Service {

		@Concurrent
		int step(int i) {
			if (i == input) {
				throw new Failure("step " + i);
			}
			effect("step " + i);
			return i + 1;
		}

		@Concurrent
		int join(int a, int b) {
			effect("join");
			return a + b;
		}

	}

}
