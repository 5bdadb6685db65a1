package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A call that runs when an earlier one fails has ended when the method ends. */
@Inputs(3)
public class RunningCallsEnd extends Case {

	Service service = service(new Service());

	volatile boolean over;

	volatile boolean late;

	volatile int running;

	@Override
	public Object run() {
		try {
			return calls(Thread.currentThread());
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
	Object calls(Thread caller) {
		service.fail();
		service.last(caller);
		return "ended";
	}

	class Service {

		@Concurrent
		void fail() {
			together(2);
			throw new Failure("first");
		}

		/** Goes on until the caller has been waiting for a while. */
		@Concurrent
		void last(Thread caller) {
			running = 1;
			together(2);
			for (int i = 0; i < 10_000 && !over && Thread.currentThread() != caller;) {
				Thread.yield();
				i = (caller.getState() == Thread.State.WAITING) ? i + 1 : 0;
			}
			if (over) {
				late = true;
			}
			running = 0;
		}

	}

}
