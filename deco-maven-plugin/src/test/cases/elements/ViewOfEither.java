package cases.elements;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** A variable holds a view of one map or of another, as the input decides. */
@Inputs(2)
public class ViewOfEither extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> first = new HashMap<>();
		Map<String, Integer> second = new HashMap<>();
		Collection<Integer> view = (input == 0) ? first.values() : second.values();
		first.put("a", service.call(1));
		second.put("a", service.call(2));
		second.put("b", service.call(3));
		int size = view.size();
		return List.of(size, first, second);
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
