package cases.effects;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.invoke.MethodHandles;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;
import io.deco.oracle.api.Subclass;

/** A container may put code before the methods of a class that is annotated. */
@Inputs(4)
public class ProxiedByContainer extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Prices prices = Subclass.of(Prices.class, MethodHandles.lookup(), () -> effect("traced"));
		service.call(1);
		int price = prices.price(2);
		service.call(2);
		price += prices.price(3);
		service.call(3);
		return price;
	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Traced {

	}

	@Traced
	static class Prices {

		final int base = 100;

		int price(int number) {
			return base * number;
		}

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
