package cases.elements;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** All elements of a list are computed at once, and none is awaited before the list is read. */
public class ListsOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			list.add(service.meet(i)); // forks
		}
		return list.get(2); // waits: meet
	}

	static class Service {

		@Concurrent
		int meet(int i) {
			together(4);
			return i;
		}

	}

}
