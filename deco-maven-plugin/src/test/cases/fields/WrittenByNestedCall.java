package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A woven method writes a field that its woven caller has just written, and reads it. */
public class WrittenByNestedCall extends Case {

	Service service = service(new Service());

	int value;

	@Override
	@Synchronized
	public Object run() {
		value = service.same(1);
		int inner = nested();
		int after = value;
		value = service.same(3);
		return inner + "," + after + "," + read();
	}

	@Synchronized
	private int nested() {
		int seen = value;
		value = service.same(2);
		return seen;
	}

	@Synchronized
	private int read() {
		return value;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
