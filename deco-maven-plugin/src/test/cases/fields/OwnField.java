package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class OwnField extends Case {

	Service service = service(new Service());

	int a;

	int b;

	@Override
	@Synchronized
	public Object run() {
		a = service.twice(1); // forks
		b = service.twice(2); // forks
		return a * b; // waits: twice
	}

	static class Service {

		@Concurrent
		int twice(int i) {
			together(2);
			return 2 * i;
		}

	}

}
