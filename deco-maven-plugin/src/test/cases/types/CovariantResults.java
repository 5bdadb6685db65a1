package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class CovariantResults extends Case {

	Base base = service(new Derived());

	@Override
	@Synchronized
	public Object run() {
		Number a = base.value();
		Integer b = ((Derived) base).value();
		Comparable<?> c = ((Derived) base).value();
		return a.intValue() + b + c.toString();
	}

	abstract static class Base {

		@Concurrent
		abstract Number value();

	}

	static class Derived extends Base {

		@Override
		Integer value() {
			return 42;
		}

	}

}
