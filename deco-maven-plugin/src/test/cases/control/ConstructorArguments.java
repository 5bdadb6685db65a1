package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A call is made while an object that is not yet initialised is on the stack. */
@Inputs(4)
public class ConstructorArguments extends Case {

	Service service = service(new Service());

	Pair kept;

	@Override
	@Synchronized
	public Object run() {
		Pair a = new Pair(service.name(1), service.same(2L));
		Pair b = new Pair(a.name + service.name(3), (input == 1) ? service.same(4L) : 5);
		kept = new Pair(new Pair(service.name(6), service.same(service.same(7))).name, service.same(8));
		try {
			b = new Pair(service.name(9), 10);
		}
		catch (Failure ex) {
			effect("caught " + b);
		}
		StringBuilder text = new StringBuilder(service.name(11)).append(service.same(12)).append(a).append(b);
		return text.toString();
	}

	static class Pair {

		final String name;

		final long value;

		Pair(String name, long value) {
			this.name = name;
			this.value = value;
			effect("new " + this);
		}

		@Override
		public String toString() {
			return name + "=" + value;
		}

	}

	class Service {

		@Concurrent
		String name(int i) {
			if (input == 2 && i == 9 || input == 3 && i == 6) {
				throw new Failure("name " + i);
			}
			return "n" + i;
		}

		@Concurrent
		long same(long l) {
			return l;
		}

	}

}
