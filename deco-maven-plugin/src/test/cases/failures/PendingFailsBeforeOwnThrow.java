package cases.failures;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The pending call comes first in the program, so its exception is the one. */
@Inputs(6)
public class PendingFailsBeforeOwnThrow extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String text = service.text();
		int[] array = {};
		String nothing = null;
		return switch (input / 2) {
			case 0 -> throw new Failure("own");
			case 1 -> array[3];
			default -> nothing.length();
		};
	}

	class Service {

		@Concurrent
		String text() {
			if (input % 2 == 1) {
				throw new Failure("pending");
			}
			return "text";
		}

	}

}
