package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** A null result fails where it is used, not where it was made. */
@Inputs(3)
public class NullDereferenced extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String a = service.maybe(1);
		String b = service.maybe(2);
		effect("before");
		int length = a.length();
		effect("between");
		return length + b.length();
	}

	class Service {

		@Concurrent
		String maybe(int i) {
			return (i == input) ? null : "text";
		}

	}

}
