package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;

/** A call that runs when an earlier one fails has ended when the method ends. */
public class RunningCallsEnd extends Case {

	Service service = service(new Service());

	volatile boolean over;

	volatile boolean late;

	volatile int running;

	@Override
	public Object run() {
		try {
			return calls();
		}
		catch (Failure ex) {
			over = true;
			while (running > 0) {
				Thread.onSpinWait();
			}
			return late;
		}
	}

	@Synchronized
	Object calls() {
		service.fail();
		service.last();
		return "ended";
	}

	class Service {

		@Concurrent
		void fail() {
			together(2);
			throw new Failure("first");
		}

		@Concurrent
		void last() {
			running = 1;
			together(2);
			for (int i = 0; i < 1000 && !over; i++) {
				Thread.yield();
			}
			if (over) {
				late = true;
			}
			running = 0;
		}

	}

}
