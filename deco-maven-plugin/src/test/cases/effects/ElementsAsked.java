package cases.effects;

import java.util.List;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A set of two asks its second element whether it equals what is looked up. */
@Inputs(3)
public class ElementsAsked extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Set<Object> set = Set.of(new Loud(), new Loud());
		int a = service.call(1);
		boolean found = set.contains("a");
		int b = service.call(2);
		return List.of(a, b, found);
	}

	static class Loud {

		@Override
		public boolean equals(Object other) {
			effect("equals");
			return other == this;
		}

		@Override
		public int hashCode() {
			return 1;
		}

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
