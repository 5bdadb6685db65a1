package cases.elements;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/**
 * What is inserted at an index is computed at once, and inserted in the order of the
 * program: each insertion moves what the earlier ones inserted.
 */
public class InsertionsOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(7, 8));
		for (int i = 0; i < 4; i++) {
			list.add(i / 2, service.meet(i)); // forks
		}
		list.set(1, 9);
		return 10 * list.get(3) + list.get(1); // waits: meet
	}

	static class Service {

		@Concurrent
		int meet(int i) {
			together(4);
			return i;
		}

	}

}
