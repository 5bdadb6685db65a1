package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A method returns a value and changes an argument, with and without saying so. */
public class UnmarkedModification extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		int a = service.unmarked(list, 1); // forks; unmarked
		int size = list.size();
		int b = service.marked(list, 2); // forks
		return a + "," + size + "," + b + "," + list.get(1); // waits all
	}

	static class Service {

		@Concurrent
		int unmarked(List<Integer> list, int i) {
			list.add(i);
			return i;
		}

		@Concurrent
		int marked(@Modifies List<Integer> list, int i) {
			list.add(i);
			return i;
		}

	}

}
