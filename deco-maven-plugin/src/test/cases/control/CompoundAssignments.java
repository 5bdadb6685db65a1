package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class CompoundAssignments extends Case {

	Service service = service(new Service());

	int field = 1;

	static long total = 10;

	String text = "t";

	int[] array = { 1, 2, 3 };

	@Override
	@Synchronized
	public Object run() {
		int x = 5;
		x += service.same(2);
		x *= service.same(3);
		x -= x++ + service.same(x);
		field += service.same(4);
		field <<= service.same(1);
		total += service.same(5);
		this.text += service.same(6);
		int i = 0;
		array[i++] += service.same(7);
		array[i++] = i = service.same(2);
		array[service.same(0)]++;
		array[i] -= service.same(-1);
		byte b = 100;
		b += service.same(100);
		char c = 'a';
		c += service.same(1);
		Integer boxed = 1;
		boxed += service.same(1);
		boxed++;
		return x + "," + field + "," + total + text + i + b + c + boxed;
	}

	class Service {

		@Concurrent
		int same(int i) {
			if (input == 1 && i == 5 || input == 2 && i == 7) {
				throw new Failure("same " + i);
			}
			return i;
		}

	}

}
