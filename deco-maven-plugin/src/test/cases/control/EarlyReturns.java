package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class EarlyReturns extends Case {

	Service service = service(new Service());

	String field = "";

	@Override
	public Object run() {
		return find();
	}

	@Synchronized
	private String find() {
		field = service.name(0);
		if (input == 0) {
			return null;
		}
		String a = service.name(1);
		if (input == 1) {
			return a;
		}
		for (int i = 0; i < 5; i++) {
			String b = service.name(i);
			if (i == input) {
				return b;
			}
		}
		if (service.name(input).isEmpty()) {
			throw new Failure("empty");
		}
		return field + a;
	}

	static class Service {

		@Concurrent
		String name(int i) {
			return "name" + i;
		}

	}

}
