package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call reads the field that its own result is written to. */
public class ReadsWhatItWrites extends Case {

	Service service = service(new Service());

	int value = 5;

	@Override
	@Synchronized
	public Object run() {
		value = service.next();
		return value;
	}

	class Service {

		@Concurrent
		int next() {
			return value + 1;
		}

	}

}
