package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class TypeLevelAnnotation extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		Woven woven = new Woven(service);
		return woven.first() + woven.second() + Woven.third(service) + woven.state;
	}

	@Synchronized
	static class Woven {

		final Service service;

		String state;

		Woven(Service service) {
			this.service = service;
			this.state = service.text(0);
		}

		String first() {
			String a = service.text(1);
			state = service.text(2);
			return a;
		}

		private String second() {
			state += service.text(3);
			return state;
		}

		static String third(Service service) {
			String a = service.text(4);
			String b = service.text(5);
			return a + b;
		}

	}

	class Service {

		@Concurrent
		String text(int i) {
			if (input == 1 && i == 4) {
				throw new Failure("text");
			}
			return "text" + i;
		}

	}

}
