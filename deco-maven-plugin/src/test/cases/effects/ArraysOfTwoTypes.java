package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An array that may be of one type or of another is written when all before it is done. */
@Inputs(6)
public class ArraysOfTwoTypes extends Case {

	Service service = service(new Service());

	String[] names = { "a", "b" };

	int[][] rows = { { 1 }, { 2 } };

	@Override
	@Synchronized
	public Object run() {
		Object[] array = (input % 2 == 0) ? names : rows;
		service.call(1);
		array[0] = null;
		service.call(2);
		array[1] = service.same(array[0]);
		service.call(3);
		array[0] = array[1];
		service.call(4);
		return array[0];
	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

		@Concurrent
		Object same(Object object) {
			return object;
		}

	}

}
