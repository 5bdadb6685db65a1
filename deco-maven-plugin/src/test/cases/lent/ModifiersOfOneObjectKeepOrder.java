package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ModifiersOfOneObjectKeepOrder extends Case {

	Service service = service(new Service());

	List<Integer> kept = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		List<Integer> one = new ArrayList<>();
		List<Integer> two = new ArrayList<>();
		List<Integer> alias = one;
		for (int i = 0; i < 10; i++) {
			service.add(one, i);
			service.add(two, i);
			service.add((i % 2 == 0) ? alias : kept, i);
			service.move(one, two);
		}
		return List.of(one, two);
	}

	static class Service {

		@Concurrent
		void add(List<Integer> list, int i) {
			list.add(i);
		}

		@Concurrent
		void move(List<Integer> from, List<Integer> to) {
			to.add(from.remove(0));
		}

	}

}
