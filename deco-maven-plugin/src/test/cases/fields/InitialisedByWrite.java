package cases.fields;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A write to a static field initialises its class. */
public class InitialisedByWrite extends Case {

	static boolean initialised;

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Initialised.value = service.call(1);
		boolean seen = initialised;
		return List.of(seen, Initialised.value);
	}

	static class Initialised {

		static int value = 5;

		static {
			initialised = true;
		}

	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
