package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class SwitchExpressions extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int base = service.same(100);
		int x = base + switch (service.same(input)) {
			case 0 -> service.same(1);
			case 1 -> {
				int sum = 0;
				for (int i = 0; i < 3; i++) {
					sum += service.same(i);
				}
				yield sum;
			}
			case 2 -> {
				try {
					yield service.same(-1);
				}
				catch (Failure ex) {
					yield service.same(77);
				}
			}
			default -> base;
		};
		return x;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			if (i < 0) {
				throw new Failure("negative");
			}
			return i;
		}

	}

}
