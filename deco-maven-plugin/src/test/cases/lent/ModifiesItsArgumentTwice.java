package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** One object is passed as two arguments. */
public class ModifiesItsArgumentTwice extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1));
		service.copy(list, list);
		int n = service.count(list, list);
		service.copy(list, list);
		return n + list.size();
	}

	static class Service {

		@Concurrent
		void copy(List<Integer> from, List<Integer> to) {
			to.addAll(new ArrayList<>(from));
		}

		@Concurrent
		int count(List<Integer> a, List<Integer> b) {
			return a.size() + b.size();
		}

	}

}
