package cases.methods;

import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class LambdasCapturePending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.same(1);
		String b = service.text(2);
		long c = service.same(3);
		Supplier<String> lambda = () -> a + b + c;
		Supplier<Integer> reference = b::length;
		Object anonymous = new Object() {
			@Override
			public String toString() {
				return "anonymous " + b + a;
			}
		};
		class Local {

			String get() {
				return b + c;
			}

		}
		effect("captured");
		return lambda.get() + reference.get() + anonymous + new Local().get();
	}

	class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String text(int i) {
			if (input == 1) {
				throw new Failure("text");
			}
			return "text" + i;
		}

	}

}
