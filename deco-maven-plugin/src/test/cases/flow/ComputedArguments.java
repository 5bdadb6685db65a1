package cases.flow;

import java.math.BigDecimal;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What is computed from pending results goes into further calls, and fails in its turn. */
@Inputs(7)
public class ComputedArguments extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String page = service.text("/users/" + service.call(1) + "/" + service.call(2));
		int sum = 0;
		for (int i = 3; i < 6; i++) {
			sum += service.call(i);
			sum = service.call(sum * 2 - i);
		}
		BigDecimal price = service.price(BigDecimal.valueOf(service.call(6)).add(BigDecimal.TEN));
		int fails = service.call(10 / (service.call(7) - 7 + (input == 6 ? 0 : 1)));
		String cast = service.text((String) service.any(8));
		long chain = 0;
		for (int i = 0; i < 100; i++) {
			chain = chain * 31 + service.call(i);
		}
		long late = service.wide(chain + 1);
		return page + sum + price + fails + cast + late;
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		long wide(long i) {
			return i + 1;
		}

		@Concurrent
		Object any(int i) {
			return input == 5 ? (Object) i : "text " + i;
		}

		@Concurrent
		String text(String text) {
			return "<" + text + ">";
		}

		@Concurrent
		BigDecimal price(BigDecimal price) {
			return price.negate();
		}

	}

}
