package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class RethrowAndWrap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() throws CheckedFailure {
		try {
			try {
				service.call(1);
				service.call(2);
			}
			catch (Failure ex) {
				effect("wrap " + ex.getMessage());
				throw new IllegalStateException("wrapped", ex);
			}
		}
		catch (RuntimeException ex) {
			effect("rethrow " + ex.getMessage());
			service.call(3);
			throw ex;
		}
		return "fine";
	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input || i == 3 && input == 2) {
				throw new Failure("call " + i);
			}
		}

	}

}
