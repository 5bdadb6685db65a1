package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class CastFails extends Case {

	Service service = service(new Service());

	String first = "unset";

	Object last = "unset";

	@Override
	public Object run() {
		try {
			return cast();
		}
		catch (ClassCastException ex) {
			effect("class cast");
			return first + last;
		}
	}

	@Synchronized
	String cast() {
		first = (String) service.get(1);
		String second = (String) service.get(2);
		last = service.get(3);
		effect("after");
		return first + second;
	}

	class Service {

		@Concurrent
		Object get(int i) {
			if (input == 3 && i == 1 || input == 4 && i == 3) {
				throw new Failure("get " + i);
			}
			return (i == input || input == 4 && i == 2) ? (Object) i : "s" + i;
		}

	}

}
