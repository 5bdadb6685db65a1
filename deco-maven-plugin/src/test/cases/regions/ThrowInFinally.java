package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class ThrowInFinally extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		try {
			service.call(1);
		}
		finally {
			service.call(2);
			if (input == 1) {
				throw new IllegalStateException("finally");
			}
		}
		return "fine";
	}

	class Service {

		@Concurrent
		void call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
		}

	}

}
