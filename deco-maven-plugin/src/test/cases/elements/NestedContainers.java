package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A container in a container takes elements that are pending, and so does the outer one. */
@Inputs(11)
public class NestedContainers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Map<Integer, Integer>> outer = new TreeMap<>();
		outer.put("x", new HashMap<>());
		outer.put("y", new HashMap<>());
		for (int i = 0; i < 5; i++) {
			outer.get(i % 2 == 0 ? "x" : "y").put(i, service.call(i));
		}
		List<List<Integer>> lists = new ArrayList<>();
		for (int i = 5; i < 8; i++) {
			lists.add(service.list(i));
			lists.get(lists.size() - 1).add(service.call(i));
		}
		int[][] rows = new int[3][];
		for (int i = 0; i < 3; i++) {
			rows[i] = service.row(i);
			rows[i][0] = service.call(i + 8);
		}
		return List.of(outer, lists, rows[2][0], rows);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		List<Integer> list(int i) {
			return new ArrayList<>(List.of(i));
		}

		@Concurrent
		int[] row(int i) {
			return new int[] { i, i + 1 };
		}

	}

}
