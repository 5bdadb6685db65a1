package cases.elements;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Setters and the steps of a builder take pending results; getters wait. */
public class SettersOverlap extends Case {

	Service service = service(new Service());

	Cart cart = new Cart();

	@Override
	@Synchronized
	public Object run() {
		cart.setTotal(service.meet(1)); // forks
		StringBuilder text = new StringBuilder();
		text.append(service.meet(2)).append(service.name(3)); // forks
		Cart built = new Cart().total(service.meet(4)).name(service.name(5)); // forks
		return new Object[] { cart.getTotal(), text.length(), built }; // waits: meet
	}

	static class Cart {

		private int total;

		private String name;

		void setTotal(int total) {
			this.total = total;
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

	static class Service {

		@Concurrent
		int meet(int i) {
			together(5);
			return i;
		}

		@Concurrent
		String name(int i) {
			together(5);
			return "name" + i;
		}

	}

}
