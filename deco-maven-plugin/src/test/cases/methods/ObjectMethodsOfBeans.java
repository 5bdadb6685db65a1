package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A bean is also an object: printed, compared, locked and stored. */
public class ObjectMethodsOfBeans extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.same(1);
		String text = service.toString();
		boolean equal = service.equals(service) && service == this.service;
		Class<?> type = service.getClass();
		Service other = service;
		other.plain = a;
		int b = other.same(2);
		return text + equal + type.getSimpleName() + service.plain + b;
	}

	static class Service {

		int plain;

		@Concurrent
		int same(int i) {
			return i;
		}

		@Override
		public String toString() {
			effect("to string");
			return "service";
		}

	}

}
