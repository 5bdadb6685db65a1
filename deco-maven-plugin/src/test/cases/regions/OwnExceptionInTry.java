package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The method itself fails in a try while calls from inside and outside are pending. */
@Inputs(8)
public class OwnExceptionInTry extends Case {

	Service service = service(new Service());

	String a = "-";

	@Override
	@Synchronized
	public Object run() {
		String b = service.call(1);
		try {
			a = service.call(2);
			Object o = ((input & 4) != 0) ? null : "text";
			a = service.call(8);
			return b + o.hashCode();
		}
		catch (NullPointerException ex) {
			return "null" + a;
		}
		catch (Failure ex) {
			return "failure " + ex.getMessage() + a;
		}
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
