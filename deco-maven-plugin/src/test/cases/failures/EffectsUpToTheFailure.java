package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class EffectsUpToTheFailure extends Case {

	Service service = service(new Service());

	int count;

	@Override
	@Synchronized
	public Object run() {
		for (int i = 0; i < 4; i++) {
			effect("before " + i);
			service.call(i);
			count = i;
		}
		return count;
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
