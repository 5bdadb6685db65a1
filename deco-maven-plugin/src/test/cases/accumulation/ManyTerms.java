package cases.accumulation;

import java.math.BigInteger;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A sum may have more pending terms than a stack has frames. */
public class ManyTerms extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		BigInteger big = BigInteger.ONE;
		for (int i = 1; i <= 20_000; i++) {
			sum += service.call(i);
			big = big.add(BigInteger.valueOf(service.call(i)));
		}
		return sum + " " + big;
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return 7 * i;
		}

	}

}
