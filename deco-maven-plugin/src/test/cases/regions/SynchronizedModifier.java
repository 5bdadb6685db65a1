package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class SynchronizedModifier extends Case {

	Service service = service(new Service());

	int value;

	@Override
	public Object run() {
		return locked() + "," + lockedStatic(service);
	}

	@Synchronized
	synchronized int locked() {
		value = service.needs(this, 1);
		return value + service.needs(this, 2);
	}

	@Synchronized
	static synchronized int lockedStatic(Service service) {
		int a = service.needs(SynchronizedModifier.class, 3);
		return a + service.needs(SynchronizedModifier.class, 4);
	}

	class Service {

		@Concurrent
		int needs(Object lock, int i) {
			synchronized (lock) {
				if (input == 1 && i == 4) {
					throw new Failure("needs");
				}
				return i;
			}
		}

	}

}
