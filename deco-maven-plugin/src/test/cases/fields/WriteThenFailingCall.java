package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Writes before the failing call are done, later ones are not. */
@Inputs(5)
public class WriteThenFailingCall extends Case {

	Service service = service(new Service());

	String a = "-";

	String b = "-";

	String c = "-";

	String d = "-";

	@Override
	@Synchronized
	public Object run() {
		a = service.get(0);
		b = service.get(1);
		c = service.get(2);
		a = service.get(3);
		d = "done";
		return a + b + c + d;
	}

	class Service {

		@Concurrent
		String get(int i) {
			if (i == input) {
				throw new Failure("get " + i);
			}
			return "v" + i;
		}

	}

}
