package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A write that waits for its value in a region, and one to the same field after it. */
@Inputs(3)
public class WrittenAfterwards extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Node node = new Node();
		Node alias = node;
		try {
			alias.value = service.call(1);
		}
		finally {
			node.value = 10;
		}
		Node other = new Node();
		for (int i = 0; i < 2; i++) {
			try {
				other.value = service.call(2) + i;
			}
			catch (Failure ex) {
				effect(other.value);
			}
			other.value = i;
		}
		return new Object[] { node, other };
	}

	static class Node {

		int value;

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
