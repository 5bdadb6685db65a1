package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class FinallyRuns extends Case {

	Service service = service(new Service());

	String state = "initial";

	@Override
	@Synchronized
	public Object run() {
		String a = "none";
		try {
			a = service.call(1);
			state = service.call(2);
		}
		finally {
			effect("finally " + a + state);
			state = "final";
		}
		return a + state;
	}

	class Service {

		@Concurrent
		String call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return "call " + bit;
		}

	}

}
