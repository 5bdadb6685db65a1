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

/** Handlers see the elements that sequential code would have stored. */
@Inputs(12)
public class InRegions extends Case {

	Service service = service(new Service());

	List<Integer> kept = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		Map<Integer, Integer> map = new HashMap<>();
		int slow = service.call(0);
		for (int round = 0; round < 3; round++) {
			try {
				kept.add(service.call(round * 3 + 1));
				map.put(round, service.call(round * 3 + 2));
				kept.add(100 + round);
				if (round == 1) {
					continue;
				}
				kept.add(service.call(round * 3 + 3));
			}
			catch (Failure ex) {
				effect(ex.getMessage() + kept + map);
				kept.add(service.call(20));
			}
			finally {
				effect(kept.size());
				map.put(-1, service.call(21));
			}
		}
		return List.of(slow, map);
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
