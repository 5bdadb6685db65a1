package cases.streams;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class MapToList extends Case {

	Service service = service(new Service());

	List<Integer> items = List.of(1, 2, 3, 4, 5);

	@Override
	@Synchronized
	public Object run() {
		return items.stream().map(service::twice).toList(); // forks
	}

	@Synchronized
	Object lambda() {
		return items.stream() //
			.map((i) -> service.twice(i)) // forks
			.toList();
	}

	class Service {

		@Concurrent
		Integer twice(Integer i) {
			together(5);
			if (input == i || (input == 2 && i > 2)) {
				throw new Failure("failed at " + i);
			}
			return 2 * i;
		}

	}

}
