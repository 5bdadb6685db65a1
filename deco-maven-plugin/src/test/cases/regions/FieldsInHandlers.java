package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class FieldsInHandlers extends Case {

	Service service = service(new Service());

	String a = "-";

	String b = "-";

	static String c = "-";

	@Override
	@Synchronized
	public Object run() {
		a = service.call(0);
		String seen = "";
		try {
			a = service.call(1);
			b = service.call(2);
			c = service.call(3);
			a = service.call(4);
		}
		catch (Failure ex) {
			seen = a + b + c;
			b = service.call(9);
		}
		return seen + a + b + c;
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
			return "call" + i;
		}

	}

}
