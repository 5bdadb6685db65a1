package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What is inserted is not made if an earlier call fails, since that would be seen. */
@Inputs(2)
public class InsertedWithEffect extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, List<Integer>> map = new HashMap<>();
		int call = service.call(1);
		map.computeIfAbsent("a", (key) -> {
			effect("made " + key);
			return new ArrayList<>();
		}).add(call);
		return map;
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
