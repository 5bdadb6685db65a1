package cases.lambdas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A lambda that is made under a lock may need it, and stays as it is. */
@Inputs(2)
public class UnderLocks extends Case {

	Service service = service(new Service());

	int guarded;

	@Synchronized
	synchronized int locked() {
		Supplier<Integer> sum = () -> service.number(1) + service.number(2); // sequential
		return sum.get();
	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		synchronized (this) {
			Supplier<Integer> sum = () -> guarded + service.number(1) + service.number(2); // sequential
			results.add(sum.get());
		}
		Map<String, Integer> map = new ConcurrentHashMap<>();
		results.add(map.computeIfAbsent("a", (key) -> service.number(3) + service.number(4))); // forks; waits: number
		Map<String, Integer> merged = new HashMap<>(map);
		merged.merge("a", 1, (a, b) -> service.number(a) + service.number(b)); // forks; waits: number
		results.add(merged);
		results.add(locked());
		return results;
	}

	class Service {

		@Concurrent
		int number(int i) {
			if (input == 1 && i == 4) {
				throw new Failure("four");
			}
			return i;
		}

	}

}
