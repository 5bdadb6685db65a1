package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class OneInstanceThrownByAll extends Case {

	Service service = service(new Service());

	final Failure shared = new Failure("shared");

	@Override
	@Synchronized
	public Object run() {
		service.failTogether();
		service.failTogether();
		if (input == 1) {
			throw shared;
		}
		try {
			service.fail();
		}
		finally {
			service.fail();
		}
		return null;
	}

	class Service {

		/** Fails when both have started, so that both fail. */
		@Concurrent
		void failTogether() {
			together(2);
			throw shared;
		}

		@Concurrent
		void fail() {
			throw shared;
		}

	}

}
