package cases.lent;
import io.deco.*;
import io.deco.oracle.api.*;
import java.util.*;

@Inputs(2)
public class IteratorOfModified extends Case {

	Service service = service(new Service());

	int seen;

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2));
		if (input == 0) {
			for (int i : list) {
				seen = service.push(list, i);
			}
			return seen;
		}
		Iterator<Integer> iterator = list.iterator();
		int first = iterator.next();
		service.change(list, 20);
		return List.of(first, iterator.next());
	}

	static class Service {

		@Concurrent
		int push(@Modifies List<Integer> list, int i) {
			list.add(i);
			return list.size();
		}

		@Concurrent
		void change(List<Integer> list, int i) {
			list.set(1, i);
		}

	}

}
