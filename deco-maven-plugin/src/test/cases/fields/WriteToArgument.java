package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An argument holds what sequential code would have stored in it. */
@Inputs(2)
public class WriteToArgument extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cart cart = new Cart();
		cart.price = service.price(5);
		long tax = service.tax(cart);
		cart.tax = tax;
		String text = service.describe(cart);
		return text + cart.price;
	}

	static class Cart {

		long price;

		long tax;

	}

	class Service {

		@Concurrent
		long price(int i) {
			if (input == 1) {
				throw new Failure("price");
			}
			return 100L * i;
		}

		@Concurrent
		long tax(Cart cart) {
			return cart.price / 5;
		}

		@Concurrent
		String describe(Cart cart) {
			return cart.price + "+" + cart.tax;
		}

	}

}
