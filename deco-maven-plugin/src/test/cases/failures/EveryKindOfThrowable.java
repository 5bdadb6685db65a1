package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(8)
public class EveryKindOfThrowable extends Case {

	Service service = service(new Service());

	int before;

	int after;

	@Override
	@Synchronized
	public Object run() throws Exception {
		before = service.same(1);
		int x = service.fail();
		after = service.same(2);
		effect("after");
		return x;
	}

	static class Custom extends CheckedFailure {

		final int code;

		Custom(int code, Throwable cause) {
			super("custom");
			this.code = code;
			initCause(cause);
		}

	}

	class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		int fail() throws Exception {
			switch (input) {
				case 1:
					throw new IllegalStateException("unchecked");
				case 2:
					throw new CheckedFailure("checked");
				case 3:
					throw new AssertionError("error");
				case 4:
					throw new InterruptedException("interrupted");
				case 5:
					throw new Custom(42, new Failure("cause"));
				case 6:
					Object o = "text";
					return (Integer) o;
				case 7:
					throw new java.util.concurrent.CancellationException("cancelled");
				default:
					return 0;
			}
		}

	}

}
