package cases.accumulation;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** One sum goes into two others, through branches and into calls. */
@Inputs(6)
public class SharedSums extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		int other = 0;
		long wide = 0;
		for (int i = 1; i < 6; i++) {
			sum += service.call(i);
			if (i % 2 == 0) {
				other = sum * 2 - other;
			}
			else {
				other += i;
			}
			wide += (long) sum * other;
			sum = i == 4 ? sum : sum + other;
		}
		int passed = service.call(sum + other);
		int[] array = { sum, other };
		array[0] += service.call(2);
		array[1] -= array[0];
		int i = 0;
		array[i++] = service.call(i) + array[i];
		return List.of(sum, other, wide, passed, array, i);
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
