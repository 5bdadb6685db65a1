package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What was forked before a try does not fail inside it. */
@Inputs(4)
public class ForkedBeforeTry extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String a = service.call(1);
		String b;
		try {
			b = service.call(2);
			effect("in try " + a.length());
		}
		catch (Failure ex) {
			effect("handler");
			b = "caught";
		}
		finally {
			effect("finally");
		}
		return a + b;
	}

	class Service {

		@Concurrent
		String call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return "call " + bit;
		}

	}

}
