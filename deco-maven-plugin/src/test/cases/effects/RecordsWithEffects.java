package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(7)
public class RecordsWithEffects extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Loud loud = new Loud(1);
		Pair pair = new Pair(loud, "x");
		service.call(1);
		int x = loud.value();
		service.call(2);
		String s = pair.toString();
		service.call(3);
		boolean same = pair.equals(new Pair(new Loud(1), "x"));
		service.call(4);
		int hash = pair.hashCode();
		service.call(5);
		new Loud(-1);
		service.call(6);
		return x + s + same + hash;
	}

	record Pair(Loud loud, String name) {
	}

	record Loud(int value) {

		Loud {
			if (value < 0) {
				effect("negative");
			}
		}

		@Override
		public int value() {
			effect("value");
			return value;
		}

		@Override
		public boolean equals(Object o) {
			effect("equals");
			return o instanceof Loud l && l.value == value;
		}

		@Override
		public int hashCode() {
			effect("hash code");
			return value;
		}

		@Override
		public String toString() {
			effect("to string");
			return "Loud";
		}

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
