package cases.elements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What prints, compares or hashes an object that holds a container sees what was stored in it. */
@Inputs(15)
public class ReadThroughHolders extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> inner = new ArrayList<>();
		List<List<Integer>> outer = new ArrayList<>();
		outer.add(inner);
		Map<String, List<Integer>> map = new HashMap<>();
		map.put("k", inner);
		Optional<List<Integer>> optional = Optional.of(inner);
		AtomicReference<List<Integer>> reference = new AtomicReference<>(inner);
		Box box = new Box(inner);
		inner.add(service.call(1));
		String a = outer.toString();
		inner.add(service.call(2));
		String b = map.toString();
		inner.add(service.call(3));
		String c = optional.toString();
		inner.add(service.call(4));
		int d = outer.hashCode();
		inner.add(service.call(5));
		int e = map.hashCode();
		inner.add(service.call(6));
		boolean f = outer.equals(List.of(List.of(1, 2, 3, 4, 5, 6)));
		inner.add(service.call(7));
		boolean g = List.of(List.of(1, 2, 3, 4, 5, 6, 7)).equals(outer);
		inner.add(service.call(8));
		boolean h = map.containsValue(List.of(1, 2, 3, 4, 5, 6, 7, 8));
		inner.add(service.call(9));
		boolean i = outer.contains(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
		inner.add(service.call(10));
		int j = outer.indexOf(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
		inner.add(service.call(11));
		String k = reference.toString();
		inner.add(service.call(12));
		String l = box.toString();
		inner.add(service.call(13));
		int m = box.size() + optional.get().size() + reference.get().size();
		inner.add(service.call(14));
		String n = "text " + box + outer + map;
		return List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
	}

	static class Box {

		private final List<Integer> held;

		Box(List<Integer> held) {
			this.held = held;
		}

		int size() {
			return held.size();
		}

		@Override
		public String toString() {
			return "Box" + held;
		}

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
