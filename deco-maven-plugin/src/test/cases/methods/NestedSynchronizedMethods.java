package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class NestedSynchronizedMethods extends Case {

	Service service = service(new Service());

	int state;

	@Override
	@Synchronized
	public Object run() {
		state = service.same(1);
		int a = service.same(2);
		int b = inner(a);
		state = service.same(b);
		try {
			b = inner(5);
		}
		catch (Failure ex) {
			b = -1;
		}
		return a + b + state;
	}

	@Synchronized
	private int inner(int x) {
		int before = state;
		state = service.same(x + 10);
		int y = service.same(x);
		return before + y + innermost();
	}

	@Synchronized
	private int innermost() {
		int z = service.same(100);
		state += z;
		return state;
	}

	class Service {

		@Concurrent
		int same(int i) {
			if (input == 1 && i == 5 || input == 2 && i == 2) {
				throw new Failure("same " + i);
			}
			return i;
		}

	}

}
