package cases.accumulation;

import java.math.BigDecimal;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Sums of every kind take their terms as they come, and wait where they are read. */
public class Overlaps extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		double product = 1;
		int best = Integer.MIN_VALUE;
		String text = "";
		BigDecimal total = BigDecimal.ZERO;
		for (int i = 1; i < 3; i++) {
			sum += service.meet(i); // forks
			product = product * service.meet(i) / 3; // forks
			best = Math.max(best, service.meet(i)); // forks
			text = text + service.meet(i) + ";"; // forks
			total = total.add(BigDecimal.valueOf(service.meet(i))); // forks
		}
		return sum + "," + product + "," + best + "," + text + "," + total; // waits: meet; waits all
	}

	static class Service {

		@Concurrent
		int meet(int i) {
			together(10);
			return i;
		}

	}

}
