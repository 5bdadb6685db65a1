package cases.flow;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What is computed from a pending result is one object for all calls that take it, and for their caller. */
public class SameComputedObject extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int number = service.number(1000); // forks
		Integer boxed = number;
		Object first = service.same(boxed); // forks
		Object second = service.same(boxed); // forks
		String name = "n" + service.number(1); // forks
		Holder holder = service.hold(name); // forks
		String longer = name + "-" + service.number(2); // forks
		String part = service.part(longer); // forks
		Holder outer = service.hold(longer); // forks
		boolean same = first == second && first == boxed; // waits: same, number
		boolean held = name == holder.value && longer == outer.value; // waits: number, hold
		return List.of(same, held, part.length()); // waits: part
	}

	static class Holder {

		final Object value;

		Holder(Object value) {
			this.value = value;
		}

	}

	static class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		Object same(Integer i) {
			return i;
		}

		@Concurrent
		Holder hold(String s) {
			return new Holder(s);
		}

		@Concurrent
		String part(String s) {
			return s.substring(1);
		}

	}

}
