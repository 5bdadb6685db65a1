package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Identity extends Case {

	Service service = service(new Service());

	Object field;

	@Override
	@Synchronized
	public Object run() {
		Object a = service.shared();
		Object b = service.shared();
		Object c = service.fresh();
		field = service.shared();
		boolean[] tests = { a == b, a == c, c != b, field == a, a.equals(b), a == service.shared, null == c };
		return new Object[] { tests, a, b, c };
	}

	static class Service {

		final Object shared = new int[1];

		@Concurrent
		Object shared() {
			return shared;
		}

		@Concurrent
		Object fresh() {
			return new int[1];
		}

	}

}
