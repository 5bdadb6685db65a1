package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class AnnotatedSupertypes extends Case {

	Api api = service(new Implementation());

	Base base = service(new Derived());

	@Override
	@Synchronized
	public Object run() {
		String a = api.get(1);
		String b = api.other(2);
		String c = base.get(3);
		String d = ((Implementation) api).get(4);
		return a + b + c + d;
	}

	@Concurrent
	interface Api {

		String get(int i);

		default String other(int i) {
			return "default " + get(i);
		}

	}

	static class Implementation implements Api {

		@Override
		public String get(int i) {
			return "implementation " + i;
		}

	}

	@Concurrent
	abstract static class Base {

		public abstract String get(int i);

	}

	static class Derived extends Base {

		@Override
		public String get(int i) {
			return "derived " + i;
		}

	}

}
