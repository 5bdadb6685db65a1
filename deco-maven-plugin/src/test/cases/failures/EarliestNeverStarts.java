package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;

/** An endless loop of calls comes to the call that fails, even if nobody ever starts that. */
public class EarliestNeverStarts extends Case {

	static final int FAR_TOO_MANY = 200_000;

	Service service = service(new Service());

	@Override
	public Object run() {
		try {
			callForEver();
		}
		catch (Failure ex) {
			return ex.getMessage() + service.wentOn;
		}
		return null;
	}

	@Synchronized
	void callForEver() {
		for (int i = 0; true; i++) {
			service.next(i);
		}
	}

	static class Service {

		volatile boolean wentOn;

		@Concurrent
		int next(int i) {
			if (i == FAR_TOO_MANY) {
				wentOn = true;
			}
			if (i == 10 || i == FAR_TOO_MANY) {
				throw new Failure("no more");
			}
			return i;
		}

	}

}
