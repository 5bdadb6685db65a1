package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class Booleans extends Case {

	Service service = service(new Service());

	boolean field;

	@Override
	@Synchronized
	public Object run() {
		boolean a = service.bit(1);
		boolean b = service.bit(2);
		boolean c = !a;
		boolean d = a & b | a ^ b;
		field = service.bit(1);
		if (a && !b || field) {
			effect("first");
		}
		boolean e = a ? b : service.bit(3);
		boolean[] array = { a, b, service.bit(2) };
		return a + "," + b + "," + c + "," + d + "," + e + "," + array[2] + (a == b);
	}

	class Service {

		@Concurrent
		boolean bit(int i) {
			return (input & i) != 0;
		}

	}

}
