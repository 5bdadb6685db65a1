package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class AssignedOnSomePaths extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x;
		String s = null;
		double d;
		if (input == 0) {
			x = service.same(1);
			d = 0.5;
		}
		else if (input == 1) {
			x = 2;
			d = service.same(3);
			s = service.text();
		}
		else {
			x = service.same(4);
			d = x;
		}
		return s + x + d;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String text() {
			return "text";
		}

	}

}
