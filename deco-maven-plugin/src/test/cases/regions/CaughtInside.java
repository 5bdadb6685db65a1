package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class CaughtInside extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String a = "none";
		String b = "none";
		try {
			a = service.call(1);
			b = service.call(2);
		}
		catch (Failure ex) {
			return a + b + ex.getMessage();
		}
		return a + b;
	}

	class Service {

		@Concurrent
		String call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return "call " + bit;
		}

	}

}
