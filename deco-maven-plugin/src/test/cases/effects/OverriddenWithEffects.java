package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Methods that are free, but for a subclass or an implementation. */
@Inputs(4)
public class OverriddenWithEffects extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Shape shape = (input == 0) ? new Shape() : new Loud();
		Named named = (input == 0) ? new Quiet() : new Loud();
		service.call(1);
		int sides = shape.sides();
		service.call(2);
		String name = named.name();
		service.call(3);
		return name + sides;
	}

	static class Shape {

		int sides() {
			return 3;
		}

	}

	interface Named {

		default String name() {
			return "none";
		}

	}

	static class Quiet implements Named {

	}

	class Loud extends Shape implements Named {

		@Override
		int sides() {
			effect("sides");
			return 4;
		}

		@Override
		public String name() {
			effect("name");
			return "loud";
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
