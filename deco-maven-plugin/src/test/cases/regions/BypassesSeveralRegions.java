package cases.regions;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A call forked outside three regions fails while the innermost runs. */
@Inputs(5)
public class BypassesSeveralRegions extends Case {

	Service service = service(new Service());

	List<String> log = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		service.call(1);
		try {
			service.call(2);
			try {
				service.call(3);
				try {
					service.call(4);
					effect("inside");
				}
				catch (Failure ex) {
					effect("inner " + ex.getMessage());
				}
				finally {
					effect("inner finally");
				}
			}
			catch (Failure ex) {
				effect("middle " + ex.getMessage());
				throw new IllegalStateException("middle", ex);
			}
			finally {
				effect("middle finally");
			}
		}
		catch (RuntimeException ex) {
			effect("outer " + ex.getMessage());
			return ex;
		}
		return "end";
	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
