package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls catch exceptions that hold a part of what they were given, and modify it. */
public class PartsHeldByExceptions extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Order order = new Order();
		List<String> reasons = order.reasons;
		service.validate(order); // forks
		int a = reasons.size();
		service.check(order); // forks
		int b = reasons.size();
		service.behindAnother(order); // forks
		int c = reasons.size();
		service.readsOnly(order); // forks
		int d = reasons.size();
		return List.of(a, b, c, d);
	}

	static class Order {

		final List<String> reasons = new ArrayList<>();

		void validate() {
			throw new Rejected(this);
		}

	}

	static class Rejected extends RuntimeException {

		private final transient Order order;

		Rejected(Order order) {
			super("no");
			this.order = order;
		}

		Order order() {
			return this.order;
		}

	}

	static class Refused extends RuntimeException {

		final int code = 7;

	}

	static class Service {

		@Concurrent
		void validate(Order order) {
			try {
				order.validate();
			}
			catch (Rejected ex) {
				ex.order().reasons.add("a");
			}
		}

		@Concurrent
		int check(Order order) {
			try {
				order.validate();
			}
			catch (Rejected ex) {
				ex.order.reasons.add("b");
			}
			return 1;
		}

		@Concurrent
		int behindAnother(Order order) {
			try {
				wrapped(order);
			}
			catch (IllegalStateException ex) {
				((Rejected) ex.getCause()).order.reasons.add("c");
			}
			return 1;
		}

		private static void wrapped(Order order) {
			try {
				order.validate();
			}
			catch (RuntimeException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Concurrent
		void readsOnly(Order order) {
			List<Object> seen = new ArrayList<>();
			try {
				if (order.reasons.size() > 100) {
					throw new Refused();
				}
			}
			catch (Refused ex) {
				seen.add(ex);
			}
		}

	}

}
