package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class GettersDoNotWait extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Order order = new Order(3, "name", new Address("street"));
		int a = service.twice(order.count()); // forks
		String street = order.address().street();
		int length = order.name().length();
		int b = service.twice(length + plus(street.length(), 1)); // forks
		return a + b + street; // waits: twice
	}

	private static int plus(int a, int b) {
		return a + b;
	}

	record Order(int count, String name, Address address) {
	}

	static final class Address {

		private final String street;

		Address(String street) {
			this.street = street;
		}

		String street() {
			return street;
		}

	}

	static class Service {

		@Concurrent
		int twice(int i) {
			together(2);
			return 2 * i;
		}

	}

}
