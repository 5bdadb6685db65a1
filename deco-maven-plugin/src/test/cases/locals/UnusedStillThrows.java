package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class UnusedStillThrows extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int unused = service.call(1);
		service.call(2);
		return "returned";
	}

	class Service {

		@Concurrent
		int call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return bit;
		}

	}

}
