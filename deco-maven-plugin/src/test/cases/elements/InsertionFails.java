package cases.elements;

import java.util.HashMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A function that fails in another way when it is run again is run once. */
@Inputs(2)
public class InsertionFails extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Object> map = new HashMap<>();
		map.put("x", service.call(1));
		return map.computeIfAbsent("k", (key) -> new Broken());
	}

	static class Broken {

		static final int[] NONE = new int[-1];

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
