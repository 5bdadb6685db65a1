package cases.effects;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Thread-locals, context class loaders and interrupts of the caller are changed after the calls in front. */
@Inputs(6)
public class ThreadLocals extends Case {

	Service service = service(new Service());

	final ThreadLocal<String> local = ThreadLocal.withInitial(() -> "initial");

	final InheritableThreadLocal<Integer> inherited = new InheritableThreadLocal<>();

	String left = "";

	@Override
	@Synchronized
	public Object run() {
		try {
			int a = service.call(1);
			local.set("one");
			inherited.set(service.call(2));
			String b = local.get();
			a += service.call(3);
			local.remove();
			a += inherited.get() + service.call(4);
			inherited.set(a);
			a += service.call(5);
			Thread.currentThread().setName(Thread.currentThread().getName());
			return List.of(a, b, local.get(), inherited.get());
		}
		finally {
			left = local.get() + inherited.get();
		}
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
