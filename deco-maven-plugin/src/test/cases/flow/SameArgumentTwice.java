package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class SameArgumentTwice extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String a = service.text();
		String b = service.join(a, a);
		String c = service.join(b, a);
		boolean same = service.same(a, a);
		return c + same + a;
	}

	class Service {

		@Concurrent
		String text() {
			if (input == 1) {
				throw new Failure("text");
			}
			return new String("t");
		}

		@Concurrent
		String join(String a, String b) {
			return a + b;
		}

		@Concurrent
		boolean same(Object a, Object b) {
			return a == b;
		}

	}

}
