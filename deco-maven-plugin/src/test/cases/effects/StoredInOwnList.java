package cases.effects;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A list whose class belongs to the program counts what it is given, when it is given it. */
public class StoredInOwnList extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Counting counting = new Counting();
		List<Integer> list = counting;
		list.add(service.call(1));
		int first = counting.added;
		list.add(service.call(2));
		int second = counting.added;
		return List.of(first, second, list);
	}

	static class Counting extends ArrayList<Integer> {

		private static final long serialVersionUID = 1L;

		int added;

		@Override
		public boolean add(Integer number) {
			added++;
			return super.add(number);
		}

	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
