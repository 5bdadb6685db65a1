package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class DivisionByZero extends Case {

	Service service = service(new Service());

	int field = -1;

	@Override
	@Synchronized
	public Object run() {
		int zero = service.number(0);
		field = service.number(1);
		int quotient = field / zero;
		effect("never");
		return quotient;
	}

	class Service {

		@Concurrent
		int number(int i) {
			if (i + 1 == input) {
				throw new Failure("number " + i);
			}
			return i;
		}

	}

}
