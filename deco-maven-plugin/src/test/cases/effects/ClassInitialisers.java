package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A class is initialised only if the calls before it succeed. */
@Inputs(8)
public class ClassInitialisers extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		service.call(1);
		Object a = new ByNew();
		service.call(2);
		int b = ByField.value;
		service.call(3);
		ByCall.nothing();
		service.call(4);
		ByStore.value = 5;
		service.call(5);
		Object[] c = new ByArray[1];
		service.call(6);
		Object d = new Derived();
		service.call(7);
		return b + c.length + Constant.VALUE;
	}

	static class ByNew {

		static {
			effect("by new");
		}

	}

	static class ByField {

		static int value = initial();

		static int initial() {
			effect("by field");
			return 3;
		}

	}

	static class ByCall {

		static {
			effect("by call");
		}

		static void nothing() {
		}

	}

	static class ByStore {

		static int value;

		static {
			effect("by store " + value);
		}

	}

	static class ByArray {

		static final Object SEEN = seen();

		static Object seen() {
			return "array";
		}

	}

	static class Base {

		static {
			effect("base");
		}

	}

	static class Derived extends Base {

	}

	static class Constant {

		static final int VALUE = 7;

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
