package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A region that makes no call of its own waits for those from before. */
@Inputs(4)
public class WithoutCalls extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.call(1);
		try {
			effect("in try");
		}
		catch (Failure ex) {
			effect("handler");
		}
		int b = service.call(2);
		try {
			effect(b);
		}
		finally {
			effect("finally");
		}
		return a + b;
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
