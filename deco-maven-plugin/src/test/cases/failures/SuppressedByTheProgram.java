package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;

public class SuppressedByTheProgram extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		service.fail(1);
		service.fail(2);
		return null;
	}

	static class Service {

		@Concurrent
		void fail(int i) {
			Failure failure = new Failure("fail " + i);
			failure.addSuppressed(new Failure("first"));
			failure.addSuppressed(new Failure("second"));
			throw failure;
		}

	}

}
