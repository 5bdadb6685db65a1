package cases.python;

import java.util.HashMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class AliasRead extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> results = new HashMap<>();
		Map<String, Integer> alias = results;
		results.put("a", service.work(1));
		results.put("b", service.work(2));
		return alias.get("a") + alias.get("b") + alias.size();
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 10 * i;
		}

	}

}
