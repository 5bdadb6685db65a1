package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class NoEffectAfterFailure extends Case {

	Payments payments = service(new Payments());

	@Override
	@Synchronized
	public Object run() throws CheckedFailure {
		effect("begin");
		String id = payments.charge(7); // forks
		effect("mail"); // waits all
		return id;
	}

	class Payments {

		@Concurrent
		String charge(int cents) throws CheckedFailure {
			if (input == 1) {
				throw new CheckedFailure("declined");
			}
			return "paid " + cents;
		}

	}

}
