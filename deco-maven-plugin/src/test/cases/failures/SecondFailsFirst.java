package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Which call fails: none, the first, the second, both. */
@Inputs(4)
public class SecondFailsFirst extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String a = service.call(1);
		String b = service.call(2);
		return b + a;
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
