package cases.elements;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Appending to a string builder, setters that only store, and builders that return themselves. */
@Inputs(10)
public class Builders extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder text = new StringBuilder("[");
		for (int i = 1; i < 4; i++) {
			text.append(service.call(i)).append(',').append(service.name(i)).append(i);
		}
		StringBuilder alias = text;
		alias.append(']');
		int length = text.length();
		text.append((Object) service.name(4)).append(service.name(5), 0, 2);
		Cart cart = new Cart();
		cart.setTotal(service.call(6));
		cart.setName(service.name(7));
		cart.setName("fixed");
		Cart built = new Cart().total(service.call(8)).name(service.name(9));
		int total = cart.getTotal() + built.total;
		return List.of(text.toString(), length, total, cart, built);
	}

	static class Cart {

		private int total;

		private String name;

		void setTotal(int total) {
			this.total = total;
		}

		void setName(String name) {
			this.name = name;
		}

		int getTotal() {
			return total;
		}

		Cart total(int total) {
			this.total = total;
			return this;
		}

		Cart name(String name) {
			this.name = name;
			return this;
		}

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
		String name(int i) {
			if (input == i) {
				throw new Failure("name " + i);
			}
			return "name" + i;
		}

	}

}
