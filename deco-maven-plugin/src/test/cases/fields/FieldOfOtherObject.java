package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class FieldOfOtherObject extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cart one = new Cart();
		Cart two = new Cart();
		Cart alias = one;
		one.total = service.price(1);
		two.total = service.price(2);
		one.next = two;
		long sum = alias.total;
		one.next.total = service.price(3);
		return new Object[] { sum, two.total, one };
	}

	static class Cart {

		long total;

		Cart next;

	}

	static class Service {

		@Concurrent
		long price(int i) {
			return 100L * i;
		}

	}

}
