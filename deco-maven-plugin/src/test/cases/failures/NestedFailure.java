package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class NestedFailure extends Case {

	Service service = service(new Service());

	String outer = "-";

	String inner = "-";

	@Override
	@Synchronized
	public Object run() {
		outer = service.call(1);
		String a = nested();
		outer = service.call(3);
		return outer + a;
	}

	@Synchronized
	private String nested() {
		inner = service.call(2);
		return "nested";
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
			return "call " + i;
		}

	}

}
