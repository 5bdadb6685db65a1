package cases.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The methods of Objects look into what they are given, or do not. */
@Inputs(13)
public class MethodsOfObjects extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		List<Integer> other = new ArrayList<>();
		list.add(service.call(1));
		other.add(1);
		boolean a = Objects.equals(list, other);
		other.add(service.call(2));
		boolean b = Objects.equals(list, other);
		list.add(service.call(3));
		int c = Objects.hash(list, other);
		list.add(service.call(4));
		int d = Objects.hashCode(list);
		list.add(service.call(5));
		String e = Objects.toString(list);
		list.add(service.call(6));
		String f = Objects.toString(list, "none");
		list.add(service.call(7));
		List<Integer> g = Objects.requireNonNull(list, "message");
		g.add(service.call(8));
		List<Integer> h = Objects.requireNonNullElse(list, other);
		h.add(service.call(9));
		boolean i = Objects.isNull(h) || Objects.nonNull(g);
		g.add(service.call(10));
		boolean j = Objects.deepEquals(new Object[] { list }, new Object[] { h });
		h.add(service.call(11));
		int k = g.size();
		g.add(service.call(12));
		int l = System.identityHashCode(list) == System.identityHashCode(g) ? h.get(11) : 0;
		return List.of(list, other, a, b, c, d, e, f, i, j, k, l);
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
