package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** Calls that sequential code would not make are not made. */
@Inputs(8)
public class ShortCircuit extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		boolean a = service.bit(1) && service.bit(2) || service.bit(4);
		if (!(service.bit(4) || !service.bit(2)) && service.bit(1)) {
			effect("inside");
		}
		String s = service.bit(1) ? "yes" : service.bit(2) ? "maybe" : "no";
		return a + s;
	}

	class Service {

		@Concurrent
		boolean bit(int i) {
			effect("asked for " + i);
			return (input & i) != 0;
		}

	}

}
