package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Diamond extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String top = service.top(); // forks
		String left = service.side("l", top); // forks
		String right = service.side("r", top); // forks
		String bottom = service.join(left, right, top); // forks
		return bottom; // waits: join
	}

	static class Service {

		@Concurrent
		String top() {
			return "top";
		}

		@Concurrent
		String side(String name, String from) {
			together(2);
			return name + "(" + from + ")";
		}

		@Concurrent
		String join(String... parts) {
			return String.join("+", parts);
		}

		@Concurrent
		String join(String left, String right, String top) {
			return left + right + top;
		}

	}

}
