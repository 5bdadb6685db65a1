package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class TryInLoop extends Case {

	Service service = service(new Service());

	String last = "-";

	@Override
	@Synchronized
	public Object run() {
		int failed = 0;
		String previous = "";
		for (int i = 0; i < 5; i++) {
			String outside = service.call(10 + i);
			try {
				previous = service.call(i);
				last = service.call(i);
			}
			catch (Failure ex) {
				failed++;
				previous += "!";
			}
			previous += outside.length();
		}
		return failed + previous + last;
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input || i == 10 + input && input > 2 || i < 10 && i % 2 == 1) {
				throw new Failure("call " + i);
			}
			return "c" + i;
		}

	}

}
