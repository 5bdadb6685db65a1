package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class SuperCalls extends Case {

	@Override
	public Object run() {
		Derived derived = service(new Derived());
		return derived.both(3) + "," + derived.call(4);
	}

	static class Base {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Synchronized
		String both(int i) {
			int a = call(i);
			int b = call(i + 1);
			return a + "/" + b;
		}

	}

	static class Derived extends Base {

		@Override
		int call(int i) {
			return 100 + i;
		}

		@Override
		@Synchronized
		String both(int i) {
			int a = super.call(i);
			int b = call(i);
			int c = super.call(b);
			return a + "-" + b + "-" + c + "-" + super.both(i);
		}

	}

}
