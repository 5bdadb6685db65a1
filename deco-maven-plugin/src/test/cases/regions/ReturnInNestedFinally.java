package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * The inner statement does not complete normally, so that the handler of the outer one
 * protects its own first instruction.
 */
@Inputs(3)
public class ReturnInNestedFinally extends Case {

	private final Service service = service(new Service());

	private int left;

	@Override
	@Synchronized
	public Object run() {
		try {
			try {
				return new int[] { this.left };
			}
			finally {
				this.service.check(input); // forks
			}
		}
		finally {
			this.left++;
		}
	}

	static class Service {

		@Concurrent
		public int check(int item) {
			if (item == 1) {
				throw new IllegalArgumentException("no " + item);
			}
			return item;
		}

	}

}
