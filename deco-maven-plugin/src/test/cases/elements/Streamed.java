package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A stream over a container shows what was stored in it when the stream ends. */
@Inputs(9)
public class Streamed extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(100));
		list.add(service.call(1));
		int a = list.stream().mapToInt(Integer::intValue).sum();
		Stream<Integer> late = list.stream();
		list.add(service.call(2));
		List<Integer> b = late.map((i) -> i + 1).toList();
		Map<Integer, List<Integer>> groups = new HashMap<>();
		for (int i = 0; i < 4; i++) {
			groups.put(i, new ArrayList<>());
			groups.get(i).add(service.call(i + 3));
		}
		String c = groups.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(","));
		groups.get(0).add(service.call(7));
		int d = groups.values().stream().mapToInt(List::size).sum();
		list.set(0, service.call(8));
		list.forEach((i) -> effect("each " + i));
		list.removeIf((i) -> i > 1);
		return List.of(list, a, b, c, d, groups);
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
