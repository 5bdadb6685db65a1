package cases.fields;

import io.deco.Concurrent;
import io.deco.SideEffectFree;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A woven method, with pending writes of its own, reads what its caller has pending. */
public class ReadByNestedScope extends Case {

	Service service = service(new Service());

	int value;

	@Override
	@Synchronized
	public Object run() {
		value = service.number(1);
		int seen = inner();
		value = service.number(3);
		return seen + 100 * value;
	}

	@Synchronized
	@SideEffectFree
	int inner() {
		Box box = new Box();
		box.number = service.number(2);
		int seen = value;
		return seen + 10 * box.number;
	}

	static class Box {

		int number;

	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
