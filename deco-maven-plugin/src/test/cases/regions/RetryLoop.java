package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class RetryLoop extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String header = service.header();
		int attempt = 0;
		while (true) {
			try {
				String body = service.unreliable(attempt);
				return header + body;
			}
			catch (Failure ex) {
				if (++attempt > 2) {
					throw ex;
				}
				effect("retry " + attempt);
			}
		}
	}

	class Service {

		@Concurrent
		String header() {
			return "header";
		}

		@Concurrent
		String unreliable(int attempt) {
			if (attempt < input) {
				throw new Failure("attempt " + attempt);
			}
			return "body" + attempt;
		}

	}

}
