package cases.python;

import java.util.HashMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class TryExcept extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> results = new HashMap<>();
		try {
			results.put("a", service.work(1));
			results.put("b", service.work(2));
		}
		catch (Failure ex) {
			results.put("failed", -1);
		}
		return results;
	}

	class Service {

		@Concurrent
		Integer work(int i) {
			if (input == 1 && i == 2) {
				throw new Failure("work");
			}
			return 10 * i;
		}

	}

}
