package cases.elements;

import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An iterator that others hold is not moved on before an earlier call has succeeded. */
@Inputs(2)
public class IteratorKept extends Case {

	Service service = service(new Service());

	List<Integer> numbers = List.of(1, 2, 3);

	Iterator<Integer> kept;

	@Override
	public Object run() {
		try {
			return calls();
		}
		catch (Failure ex) {
			return kept.next();
		}
	}

	@Synchronized
	Object calls() {
		Iterator<Integer> iterator = numbers.iterator();
		kept = iterator;
		int call = service.call(1);
		int first = iterator.next();
		return List.of(call, first);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
