package cases.python;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class Accumulation extends Case {

	Service service = service(new Service());

	int total;

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		double mean = 0;
		String text = "";
		int best = Integer.MIN_VALUE;
		for (int i = 0; i < 6; i++) {
			sum += service.work(i);
			total += service.work(i);
			mean = mean + service.work(i) / 7.0;
			text = text + service.work(i);
			best = Math.max(best, service.work(3 - i));
		}
		return sum + "," + total + "," + mean + "," + text + "," + best;
	}

	class Service {

		@Concurrent
		int work(int i) {
			if (input == 1 && i == 4) {
				throw new Failure("work");
			}
			return 10 * i;
		}

	}

}
