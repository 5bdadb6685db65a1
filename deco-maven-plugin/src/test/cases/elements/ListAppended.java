package cases.elements;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A list is appended to a text as it is, not as a later call leaves it. */
public class ListAppended extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		text.append(service.call(1));
		text.append(list);
		if (service.fill(list) > 0) {
			text.append(list);
		}
		return text.toString();
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
