package cases.python;

import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ChainedCalls extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<Integer, Integer> results = new TreeMap<>();
		results.put(0, service.work(1));
		for (int i = 1; i < 5; i++) {
			results.put(i, service.work(results.get(i - 1)));
		}
		return results;
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 3 * i;
		}

	}

}
