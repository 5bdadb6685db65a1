package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A pending result is an argument of a call that modifies it. */
public class ResultIsLentOn extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = service.make(2);
		service.add(list, 5);
		service.add(list, 6);
		int sum = service.sum(list);
		list.add(100);
		return sum + list.size();
	}

	static class Service {

		@Concurrent
		List<Integer> make(int n) {
			List<Integer> list = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				list.add(i);
			}
			return list;
		}

		@Concurrent
		void add(List<Integer> list, int i) {
			list.add(i);
		}

		@Concurrent
		int sum(List<Integer> list) {
			return list.stream().mapToInt(Integer::intValue).sum();
		}

	}

}
