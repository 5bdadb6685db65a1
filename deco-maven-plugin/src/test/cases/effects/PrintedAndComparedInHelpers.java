package cases.effects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A helper prints or compares what it is given, by a builder or a set of its own. */
@Inputs(4)
public class PrintedAndComparedInHelpers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.call(1);
		String printed = print(new Loud());
		a += service.call(2);
		int size = count(new Loud(), new Loud());
		a += service.call(3);
		List<Integer> list = new ArrayList<>();
		Box box = new Box(list);
		list.add(service.call(7));
		printed += print(box);
		service.fill(list);
		printed += print(box);
		return printed + size + a;
	}

	static String print(Object object) {
		return new StringBuilder().append(object).append("!").toString();
	}

	@SuppressWarnings("unchecked")
	static int count(Object first, Object second) {
		Object set = new TreeSet<>();
		Collection<Object> objects = (Collection<Object>) set;
		objects.add(first);
		objects.add(second);
		return objects.size();
	}

	record Box(List<Integer> list) {

	}

	static class Loud implements Comparable<Loud> {

		@Override
		public int compareTo(Loud other) {
			effect("compared");
			return 1;
		}

		@Override
		public String toString() {
			effect("printed");
			return "loud";
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

		@Concurrent
		void fill(List<Integer> list) {
			list.add(1);
		}

	}

}
