package cases.control;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class ConstructedOrPending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int first = service.number(1);
		Pair pair = (input & 1) == 0 ? new Pair(first, new Pair(service.number(2), null)) : service.pair(3);
		Pair other = (input & 2) == 0 ? service.pair(4) : new Pair(5, pair);
		return List.of(pair, pick(other), new Pair(first, input > 1 ? service.pair(6) : new Pair(7, other)));
	}

	@Synchronized
	private Pair pick(Pair other) {
		return input == 0 ? service.pair(other.number()) : new Pair(other.number(), other);
	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		Pair pair(int i) {
			return new Pair(i, null);
		}

	}

	record Pair(int number, Pair next) {
	}

}
