package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadInOtherMethod extends Case {

	Service service = service(new Service());

	private String name = "old";

	@Override
	@Synchronized
	public Object run() {
		name = service.load("x");
		String first = getName();
		name = service.load("y");
		return first + shout() + name.length();
	}

	String getName() {
		return name;
	}

	String shout() {
		return name.toUpperCase() + "!";
	}

	static class Service {

		@Concurrent
		String load(String s) {
			return s + s;
		}

	}

}
