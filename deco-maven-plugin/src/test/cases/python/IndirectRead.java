package cases.python;

import java.util.HashMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class IndirectRead extends Case {

	Service service = service(new Service());

	private final Map<String, Integer> results = new HashMap<>();

	private int last;

	@Override
	@Synchronized
	public Object run() {
		results.put("a", service.work(1));
		last = service.work(2);
		int a = helper("a");
		results.put("b", service.work(3));
		return a + helper("b") + last();
	}

	private int helper(String key) {
		return results.get(key);
	}

	private int last() {
		return last;
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 10 * i;
		}

	}

}
