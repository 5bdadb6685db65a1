package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class CallsInHandlers extends Case {

	Service service = service(new Service());

	String state = "-";

	@Override
	@Synchronized
	public Object run() {
		String a = "none";
		String b = "none";
		try {
			a = service.call(1);
		}
		catch (Failure ex) {
			a = service.call(2);
			state = service.call(3);
			try {
				b = service.call(4);
			}
			catch (Failure again) {
				b = "again" + state;
			}
		}
		finally {
			state = service.call(0) + state;
		}
		return a + b + state;
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == 1 && input > 0 || i > 1 && i == input) {
				throw new Failure("call " + i);
			}
			return "c" + i;
		}

	}

}
