package cases.control;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class Ternaries extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		boolean p = service.bit(1);
		int a = (input > 1) ? service.same(1) : service.same(2);
		int b = p ? service.same(3) : 4;
		long c = service.bit(2) ? a : b;
		Object d = p ? service.same(5) : "text";
		String e = "x" + (p ? service.same(6) : (input == 0) ? service.same(7) : a) + (p ? 1 : 2L);
		int f = join(service.same(8), p ? service.same(9) : service.same(10), a);
		return List.of(a, b, c, d, e, f);
	}

	private int join(int x, int y, int z) {
		return 100 * x + 10 * y + z;
	}

	class Service {

		@Concurrent
		boolean bit(int i) {
			return (input & i) != 0;
		}

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
