package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The null pointer is an effect of the call that returned it. */
@Inputs(4)
public class UnboxingNull extends Case {

	Service service = service(new Service());

	String before = "unset";

	String after = "unset";

	@Override
	@Synchronized
	public Object run() {
		before = service.text(1);
		int x = service.number(2);
		after = service.text(3);
		effect("later");
		return x;
	}

	class Service {

		@Concurrent
		Integer number(int i) {
			return (input == 1 || input == 3) ? null : i;
		}

		@Concurrent
		String text(int i) {
			if (input == 2 && i == 1 || input == 3 && i == 3) {
				throw new Failure("text " + i);
			}
			return "text " + i;
		}

	}

}
