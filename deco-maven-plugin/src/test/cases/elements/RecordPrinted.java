package cases.elements;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A record, which never changes itself, is printed with the list that it holds. */
public class RecordPrinted extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		Box box = new Box(list);
		list.add(service.call(1));
		String first = "box " + box;
		int size = service.fill(list);
		String second = "box " + box;
		return List.of(first, size, second);
	}

	record Box(List<Integer> numbers) {
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		int fill(@Modifies List<Integer> list) {
			list.add(7);
			return list.size();
		}

	}

}
