package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class VoidCallChangesFields extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cart cart = new Cart();
		service.price(cart, 5);
		long a = cart.total;
		service.price(cart, 6);
		long b = cart.getTotal();
		Cart alias = cart;
		service.price(alias, 7);
		String c = cart.toString();
		service.price(cart, 8);
		long d = read(alias);
		service.price(cart, 9);
		cart.total++;
		Holder holder = new Holder(cart);
		service.price(holder.cart, 1);
		long e = holder.cart.total;
		return List.of(a, b, c, d, e, cart);
	}

	private static long read(Cart cart) {
		return cart.total;
	}

	record Holder(Cart cart) {
	}

	static class Cart {

		long total;

		long getTotal() {
			return total;
		}

		@Override
		public String toString() {
			return "Cart " + total;
		}

	}

	static class Service {

		@Concurrent
		void price(Cart cart, int i) {
			cart.total = cart.total * 10 + i;
		}

	}

}
