package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * The last instruction that is protected jumps to the next one, which is not: both ways
 * leave the region.
 */
@Inputs(3)
public class LoopThatEndsAtOnce extends Case {

	private final Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		try {
			int i = 0;
			do {
				Integer checked = this.service.check(input); // forks
			}
			while (i++ < 2 && false);
		}
		catch (RuntimeException ex) {
			effect("caught " + ex.getMessage());
		}
		return "done";
	}

	static class Service {

		@Concurrent
		public Integer check(int item) {
			if (item == 1) {
				throw new Failure("no " + item);
			}
			return item;
		}

	}

}
