package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** To look up a constant of an enum initialises it. */
@Inputs(5)
public class InitialisedByName extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = service.call(1);
		Object first = Enum.valueOf(First.class, "A");
		sum += service.call(2);
		Object second = find("B");
		sum += service.call(3);
		Object third = Third.class.getEnumConstants()[0];
		sum += service.call(4);
		return "" + sum + (first != second) + (third != null);
	}

	static Object find(String name) {
		return Enum.valueOf(Second.class, name);
	}

	enum First {

		A;

		static {
			effect("first");
		}

	}

	enum Second {

		B;

		static {
			effect("second");
		}

	}

	enum Third {

		C;

		static {
			effect("third");
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
