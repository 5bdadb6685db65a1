package cases.accumulation;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What fails in a computation fails after earlier calls and before later ones. */
@Inputs(9)
public class FailuresInOrder extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Object> list = new ArrayList<>();
		Object text = "text";
		int a = service.call(1);
		Integer none = service.none();
		int b = 1;
		try {
			b = none + service.call(2);
			list.add(b);
			effect("computed " + b);
		}
		catch (NullPointerException ex) {
			effect("null " + list);
		}
		Object any = service.object(3);
		String cast = (String) any;
		int c = service.call(4) / service.call(0);
		int d = service.call(5);
		list.add(cast);
		return List.of(a, b, c, d, list, text);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return input == 6 ? i + 1 : i;
		}

		@Concurrent
		Integer none() {
			return input == 7 ? 1 : null;
		}

		@Concurrent
		Object object(int i) {
			return input == 8 ? "string" : (Object) i;
		}

	}

}
