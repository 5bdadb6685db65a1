package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * What Eclipse's compiler leaves of an unused variable at the end of a {@code try} is a
 * jump, after a variable that is carried in a part of its range.
 */
@Inputs(2)
public class JumpAtTheEnd extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int zero = 0;
		long sum = Long.MIN_VALUE;
		long before = sum;
		sum += service.wide(0);
		boolean no = false;
		try {
			service.at(new int[2], input * 2);
			boolean unused = ((0 != zero) && no);
		}
		catch (RuntimeException ex) {
			effect("caught " + before);
		}
		finally {
			effect("finally");
		}
		return sum;
	}

	static class Service {

		@Concurrent
		int at(int[] array, int index) {
			return array[index];
		}

		@Concurrent
		long wide(int a) {
			return a * 10L;
		}

	}

}
