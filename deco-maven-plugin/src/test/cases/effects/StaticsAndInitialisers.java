package cases.effects;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Static fields are written, and classes initialised, in the order of the program. */
@Inputs(12)
public class StaticsAndInitialisers extends Case {

	Service service = service(new Service());

	static int counter;

	static List<Integer> shared = new ArrayList<>();

	static int[] array = new int[2];

	@Override
	@Synchronized
	public Object run() throws ReflectiveOperationException {
		int a = service.call(1);
		counter = 1;
		counter += service.call(2);
		int b = counter;
		shared.add(service.call(3));
		int c = shared.size();
		array[0] = service.call(4);
		int d = total();
		Loud.value = service.call(5);
		int e = service.call(6) + Loud.value;
		int f = service.call(7);
		new Made();
		f += service.call(8) + Constant.NUMBER;
		f += service.call(9);
		f += Counting.next();
		f += service.call(10);
		Class<?> type = Class.forName(Named.class.getName());
		f += service.call(11);
		return List.of(a, b, c, d, e, f, type.getSimpleName());
	}

	private static int total() {
		return counter + array[0] + shared.size();
	}

	static class Loud {

		static int value;

		static {
			effect("loud");
		}

	}

	static class Made {

		static {
			effect("made");
		}

	}

	static class Constant {

		static final int NUMBER = 3;

		static {
			effect("never");
		}

	}

	static class Counting {

		static final int FIRST = counter;

		static int next() {
			return FIRST + counter++;
		}

	}

	static class Named {

		static {
			effect("named");
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
