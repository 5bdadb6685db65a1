package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.NeedsProgress;

/** A fork notices the failure of an earlier call, once that has run. */
@NeedsProgress
public class EndlessLoopEnds extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int i = 0;
		while (true) {
			service.next(i++);
		}
	}

	static class Service {

		@Concurrent
		int next(int i) {
			if (i == 100) {
				throw new Failure("no more");
			}
			return i;
		}

	}

}
