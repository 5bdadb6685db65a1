package cases.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class TwoWritersOfOneKey extends Case {

	Service service = service(new Service());

	int field;

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> results = new HashMap<>();
		int[] array = new int[1];
		for (int i = 0; i < 5; i++) {
			results.put("key", service.work(i));
			array[0] = service.work(i);
			field = service.work(i);
		}
		return List.of(results, array[0], field);
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 10 * i;
		}

	}

}
