package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class StackOverflow extends Case {

	Service service = service(new Service());

	String name = "unset";

	@Override
	@Synchronized
	public Object run() {
		name = service.name();
		int depth = service.dig(0);
		return name + depth;
	}

	class Service {

		@Concurrent
		String name() {
			return "name";
		}

		@Concurrent
		int dig(int i) {
			return (input == 0 && i == 50) ? i : dig(i + 1);
		}

	}

}
