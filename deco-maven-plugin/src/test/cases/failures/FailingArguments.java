package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class FailingArguments extends Case {

	Service service = service(new Service());

	String name = "unset";

	@Override
	@Synchronized
	public Object run() {
		int[] array = (input == 1) ? null : new int[1];
		name = service.name(1);
		String a = service.join(service.name(2), array[(input == 2) ? 5 : 0]);
		effect("after");
		return a + name;
	}

	class Service {

		@Concurrent
		String name(int i) {
			if (input == 3 && i == 2) {
				throw new Failure("name");
			}
			return "name" + i;
		}

		@Concurrent
		String join(String s, int i) {
			return s + i;
		}

	}

}
