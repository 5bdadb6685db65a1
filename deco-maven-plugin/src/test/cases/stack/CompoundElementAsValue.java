package cases.stack;
import io.deco.*;
import io.deco.oracle.api.*;

@Inputs(2)
public class CompoundElementAsValue extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		long pending = service.wide(new long[2]);
		long x;
		switch (input & 3) {
			case 0:
				x = 0L;
				break;
			case 1:
				effect("one");
			default:
				x = new long[] { 1, 2 }[0] += pending;
		}
		return 0;
	}

	static class Service {

		@Concurrent
		long wide(long[] a) {
			return a.length;
		}

	}

}
