package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call whose argument is computed from a pending result holds up nothing. */
public class ComputedArgumentsOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int first = service.first(1); // forks
		int second = service.second(first + 1); // forks
		int third = service.meet(3); // forks
		int fourth = service.meet(4); // forks
		return first + second + third + fourth; // waits: first, second, meet
	}

	static class Service {

		@Concurrent
		int first(int i) {
			together(3);
			return i;
		}

		@Concurrent
		int second(int i) {
			return i;
		}

		@Concurrent
		int meet(int i) {
			together(3);
			return i;
		}

	}

}
