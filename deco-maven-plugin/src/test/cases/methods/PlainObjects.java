package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Instances that are no beans are called like any others: their effects keep order. */
@Inputs(3)
public class PlainObjects extends Case {

	Service bean = service(new Service("bean"));

	@Override
	@Synchronized
	public Object run() {
		Service plain = new Service("plain");
		String a = bean.quiet(1);
		String b = plain.loud(2);
		String c = bean.quiet(3);
		String d = (input == 1 ? plain : bean).quiet(4);
		String e = plain.loud(5);
		return a + b + c + d + e;
	}

	class Service {

		final String name;

		Service(String name) {
			this.name = name;
		}

		@Concurrent
		String quiet(int i) {
			if (input == 2 && i == 3) {
				throw new Failure(name);
			}
			return name + i;
		}

		@Concurrent
		String loud(int i) {
			effect(name + i);
			return name + i;
		}

	}

}
