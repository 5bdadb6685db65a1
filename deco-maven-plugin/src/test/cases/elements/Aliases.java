package cases.elements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Reads and writes through other names of the same container. */
@Inputs(8)
public class Aliases extends Case {

	Service service = service(new Service());

	List<Integer> field = new ArrayList<>();

	Object hidden = field;

	@Override
	@Synchronized
	@SuppressWarnings("unchecked")
	public Object run() {
		Collection<Integer> alias = field;
		alias.add(service.call(1));
		int a = field.size();
		field.add(service.call(2));
		List<Integer> other = (List<Integer>) hidden;
		int b = other.get(1);
		other.add(service.call(3));
		other.add(7);
		int c = field.get(3) + alias.size();
		Map<String, List<Integer>> map = new HashMap<>();
		map.put("f", other);
		map.get("f").add(service.call(4));
		int d = field.size();
		field.set(0, service.call(5));
		int e = map.get("f").get(0);
		Object[] array = new Integer[2];
		Object[] same = input == 9 ? new Integer[1] : array;
		same[0] = service.call(6);
		array[1] = array[0];
		return List.of(a, b, c, d, e, array, same);
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
