package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A method with the annotation and nothing to fork. */
public class SwitchedOff extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		effect("begin");
		int a = service.same(1);
		empty();
		return a + nothingConcurrent(3);
	}

	@Synchronized
	private void empty() {
	}

	@Synchronized
	private int nothingConcurrent(int i) {
		effect("plain");
		return i > 0 ? nothingConcurrent(i - 1) : 7;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
