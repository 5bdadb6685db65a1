package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A handler sees the locals as the failing call left them. */
@Inputs(6)
public class LocalsInHandlers extends Case {

	Service service = service(new Service());

	int field = -1;

	@Override
	@Synchronized
	public Object run() {
		int i = 0;
		String last = "none";
		long wide = 0;
		try {
			for (i = 0; i < 5; i++) {
				last = service.call(i);
				field = i;
				wide = service.wide(i);
			}
		}
		catch (Failure ex) {
			return i + last + wide + field;
		}
		return "all " + i + last + wide + field;
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
			return "call " + i;
		}

		@Concurrent
		long wide(int i) {
			if (i + 3 == input) {
				throw new Failure("wide " + i);
			}
			return i;
		}

	}

}
