package cases.elements;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Two writers of one element of an array that the method never hands to anybody. */
public class OwnArray extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] array = new int[2];
		array[0] = service.call(1);
		array[0] = 10;
		array[1] = 20;
		array[1] = service.call(2);
		return array[0] + array[1];
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
