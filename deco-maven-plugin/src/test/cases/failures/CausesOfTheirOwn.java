package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** Exceptions that run the program's code when they are asked for their cause: nobody asks them but the program. */
@Inputs(3)
public class CausesOfTheirOwn extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		try {
			String first = service.check(0); // forks
			String second = service.check(10); // forks
			return first + second; // waits: check
		}
		catch (Odd ex) {
			return ex.number;
		}
	}

	class Odd extends RuntimeException {

		private static final long serialVersionUID = 1L;

		final int number;

		Odd(int number) {
			super("odd" + number);
			this.number = number;
		}

		@Override
		public synchronized Throwable getCause() {
			if (input == 0) {
				effect("cause of " + number);
				return null;
			}
			if (input == 1) {
				throw new IllegalStateException("no cause");
			}
			return (number < 100_000) ? new Odd(number + 1) : null;
		}

	}

	class Service {

		/** Fails when both have started, so that both fail. */
		@Concurrent
		String check(int i) {
			together(2);
			throw new Odd(i);
		}

	}

}
