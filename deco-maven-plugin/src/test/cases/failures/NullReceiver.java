package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class NullReceiver extends Case {

	Service service = service(new Service());

	String name = "unset";

	@Override
	@Synchronized
	public Object run() {
		Service absent = (input < 2) ? null : service;
		name = service.name(1);
		String a = absent.name(2);
		effect("after");
		return name + a;
	}

	class Service {

		@Concurrent
		String name(int i) {
			if (input % 2 == 1 && i == 1) {
				throw new Failure("name");
			}
			return "name" + i;
		}

	}

}
