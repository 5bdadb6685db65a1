package cases.effects;

import java.io.Serializable;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Making a lambda initialises its interfaces, if they have methods with a body. */
@Inputs(6)
public class InitialisedByLambdas extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = service.call(1);
		First first = () -> 3;
		sum += service.call(2);
		make();
		sum += service.call(3);
		Derived derived = () -> 4;
		sum += service.call(4);
		Object marked = (Runnable & Marker) () -> {
		};
		sum += service.call(5);
		return first.get() + sum + derived.get();
	}

	static Second make() {
		return () -> 3;
	}

	static Object loud(String name) {
		effect(name);
		return name;
	}

	interface First {

		Object LOUD = loud("first");

		int get();

		default int twice() {
			return 2 * get();
		}

	}

	interface Second {

		Object LOUD = loud("second");

		int get();

		default int twice() {
			return 2 * get();
		}

	}

	interface Base {

		Object LOUD = loud("base");

		default int twice() {
			return 2;
		}

	}

	interface Derived extends Base {

		Object LOUD = loud("never");

		int get();

	}

	interface Marker extends Serializable {

		Object LOUD = loud("marker");

		default int once() {
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
