package cases.lent;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadWhileLent extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cart cart = new Cart(3);
		long a = service.price(cart);
		int size = cart.size();
		long b = service.price(cart);
		int again = cart.size + cart.size();
		return a + b + size + again;
	}

	static final class Cart {

		final int size;

		Cart(int size) {
			this.size = size;
		}

		int size() {
			return size;
		}

	}

	static class Service {

		@Concurrent
		long price(Cart cart) {
			together(2);
			return 10 * cart.size;
		}

	}

}
