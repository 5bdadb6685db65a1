package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(7)
public class NestedTries extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() throws CheckedFailure {
		String log = "";
		try {
			log += service.call(1);
			try {
				log += service.call(2);
				service.checked(3);
			}
			catch (CheckedFailure ex) {
				log += "inner";
				service.call(4);
			}
			finally {
				log += "finally";
				service.call(5);
			}
			service.checked(6);
		}
		catch (Failure ex) {
			log += "outer " + ex.getMessage();
		}
		return log;
	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input || i == 4 && input == 3) {
				throw new Failure("call " + i);
			}
			return "call " + i;
		}

		@Concurrent
		void checked(int i) throws CheckedFailure {
			if (i == input) {
				throw new CheckedFailure("checked " + i);
			}
		}

	}

}
