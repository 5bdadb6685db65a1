package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A task reads the fields of its own bean while its caller has writes pending. */
public class ReadByATask extends Case {

	Service service = service(new Service());

	int value = 5;

	@Override
	@Synchronized
	public Object run() {
		int a = service.get(1);
		value = service.get(2);
		int b = service.get(3);
		value = service.get(b);
		return a + b + value;
	}

	static class Service {

		int base = 100;

		@Concurrent
		int get(int i) {
			return base + i;
		}

	}

}
