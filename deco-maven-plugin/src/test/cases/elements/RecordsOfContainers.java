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

/** A record that holds a container shows what was stored in it. */
@Inputs(11)
public class RecordsOfContainers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		Holder holder = new Holder("name", list, new int[2]);
		Nested nested = new Nested(holder);
		Holder same = new Holder("name", new ArrayList<>(), holder.array());
		list.add(service.call(1));
		String a = nested.toString().replaceAll("@[0-9a-f]+", "");
		list.add(service.call(2));
		boolean b = holder.equals(same);
		same.list().add(service.call(1));
		same.list().add(service.call(2));
		boolean c = holder.equals(same) && nested.equals(new Nested(same));
		list.add(service.call(3));
		boolean d = new Nested(new Holder("a", list, null)).hashCode() == new Nested(new Holder("a", list, null)).hashCode();
		list.add(service.call(4));
		int e = holder.list().size();
		holder.list().add(service.call(5));
		int f = holder.total();
		holder.array()[0] = service.call(6);
		int g = nested.holder().array()[0];
		nested.holder().array()[1] = service.call(7);
		int h = holder.array()[0] + holder.array()[1];
		Map<Key, Integer> keys = new HashMap<>();
		Key key = new Key(list.size());
		keys.put(key, service.call(8));
		keys.put(new Key(5), service.call(9));
		int i = keys.get(new Key(5));
		Nested last = new Nested(new Holder("name" + service.call(10), list, holder.array()));
		String j = last.holder().name();
		return List.of(holder, nested, same.list(), a, b, c, d, e, f, g, h, i, j, keys);
	}

	record Holder(String name, List<Integer> list, int[] array) {

		int total() {
			int total = 0;
			for (int i : list) {
				total += i;
			}
			return total;
		}

	}

	record Nested(Holder holder) {
	}

	record Key(int number) {
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
