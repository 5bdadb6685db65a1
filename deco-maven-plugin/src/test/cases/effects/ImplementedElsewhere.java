package cases.effects;

import java.lang.reflect.Proxy;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The classes that implement an interface are not all that do. */
@Inputs(5)
public class ImplementedElsewhere extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Measure quiet = new Quiet();
		Measure lambda = () -> loud("lambda");
		Measure proxy = (Measure) Proxy.newProxyInstance(Measure.class.getClassLoader(),
				new Class<?>[] { Measure.class }, (object, method, arguments) -> loud("proxy"));
		service.call(1);
		int size = quiet.size();
		service.call(2);
		size += lambda.size();
		service.call(3);
		size += proxy.size();
		service.call(4);
		return size;
	}

	static int loud(String what) {
		effect(what);
		return 10;
	}

	interface Measure {

		int size();

	}

	static class Quiet implements Measure {

		@Override
		public int size() {
			return 1;
		}

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
