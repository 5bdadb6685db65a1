package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class VolatileField extends Case {

	Service service = service(new Service());

	volatile int flag;

	volatile boolean done;

	int plain;

	@Override
	@Synchronized
	public Object run() {
		plain = service.same(1);
		flag = service.same(2);
		done = true;
		int copy = flag;
		plain = service.same(3);
		flag++;
		return copy + plain + flag;
	}

	class Service {

		@Concurrent
		int same(int i) {
			if (i == input) {
				throw new Failure("same " + i);
			}
			return i;
		}

	}

}
