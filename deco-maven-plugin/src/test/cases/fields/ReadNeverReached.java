package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/**
 * A field is also read by code that is never reached. The compiler of Eclipse keeps such
 * code, and AspectJ blanks it out.
 */
public class ReadNeverReached extends Case {

	private final Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cart cart = new Cart();
		cart.total = this.service.price(3);
		return new Object[] { cart.total(), cart };
	}

	static class Cart {

		int total;

		int total() {
			int round = 0;
			do {
				if (true) {
					return this.total;
				}
			}
			while (round++ < 0 && false);
			return this.total;
		}

	}

	static class Service {

		@Concurrent
		public int price(int item) {
			return item * 2;
		}

	}

}
