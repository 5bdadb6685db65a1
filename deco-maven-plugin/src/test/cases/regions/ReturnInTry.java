package cases.regions;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class ReturnInTry extends Case {

	Service service = service(new Service());

	int count;

	@Override
	public Object run() {
		return List.of(direct(), caught(), overridden(), changed());
	}

	@Synchronized
	private String direct() {
		try {
			return service.call(1);
		}
		catch (Failure ex) {
			return "caught";
		}
		finally {
			effect("direct");
		}
	}

	@Synchronized
	private String caught() {
		try {
			String a = service.call(2);
			if (input == 5) {
				return "early" + service.call(5);
			}
			return a + service.call(3);
		}
		catch (Failure ex) {
			return ex.getMessage() + service.call(4);
		}
	}

	@Synchronized
	@SuppressWarnings("finally")
	private String overridden() {
		try {
			return service.call(1);
		}
		finally {
			return service.call(6);
		}
	}

	@Synchronized
	private int changed() {
		try {
			count = service.call(7).length();
			return count;
		}
		finally {
			count = 99;
		}
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return "call " + i;
		}

	}

}
