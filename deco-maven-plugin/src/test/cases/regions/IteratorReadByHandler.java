package cases.regions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A handler that goes on with an iterator finds it where the failing call left it. */
@Inputs(4)
public class IteratorReadByHandler extends Case {

	Service service = service(new Service());

	List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3, 4));

	Iterator<Integer> shared;

	@Override
	public Object run() {
		shared = numbers.iterator();
		return own() + field() + passed(numbers.iterator());
	}

	@Synchronized
	String own() {
		Iterator<Integer> iterator = numbers.iterator();
		try {
			while (iterator.hasNext()) {
				service.check(iterator.next());
			}
		}
		catch (Failure ex) {
			return "left " + (iterator.hasNext() ? iterator.next() : "none");
		}
		return "all";
	}

	@Synchronized
	String passed(Iterator<Integer> iterator) {
		int checked = 0;
		while (iterator.hasNext()) {
			service.check(iterator.next() + 10);
			checked++;
		}
		return "passed " + checked;
	}

	String field() {
		try {
			drain();
		}
		catch (Failure ex) {
			return "left " + (shared.hasNext() ? shared.next() : "none");
		}
		return "drained";
	}

	@Synchronized
	void drain() {
		Iterator<Integer> iterator = shared;
		while (iterator.hasNext()) {
			service.check(iterator.next());
		}
	}

	class Service {

		@Concurrent
		int check(int i) {
			if (i == input) {
				throw new Failure("no " + i);
			}
			return i;
		}

	}

}
