package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class StaticFields extends Case {

	static Service service = service(new Service());

	static String name = "unset";

	private static long number = -1;

	@Override
	public Object run() {
		service.failing = input;
		load();
		return name + number + Holder.value;
	}

	@Synchronized
	static void load() {
		name = service.name(1);
		number = service.name(2).length();
		Holder.value = service.name(3);
		String copy = name;
		name = service.name(4);
		effect(copy + Holder.read());
	}

	static class Holder {

		static String value = initial();

		static String initial() {
			effect("holder initialised");
			return "initial";
		}

		static String read() {
			return value;
		}

	}

	static class Service {

		int failing;

		@Concurrent
		String name(int i) {
			if (failing == 1 && i == 4 || failing == 2 && i == 1) {
				throw new Failure("name " + i);
			}
			return "name" + i;
		}

	}

}
