package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ModifiesAndReturns extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		int a = service.push(list, 1);
		int b = service.push(list, 2);
		int size = list.size();
		int c = service.push(list, 3);
		int d = service.count(list);
		int e = service.push(list, 4);
		int f = service.count(list);
		int[] counter = new int[1];
		int g = service.next(counter);
		int h = service.next(counter);
		return List.of(a, b, size, c, d, e, f, list, g, h, counter[0]);
	}

	static class Service {

		@Concurrent
		int push(@Modifies List<Integer> list, int i) {
			list.add(i);
			return list.size() * 100 + i;
		}

		@Concurrent
		int count(List<Integer> list) {
			return list.size();
		}

		@Modifies
		@Concurrent
		int next(int[] counter) {
			return ++counter[0];
		}

	}

}
