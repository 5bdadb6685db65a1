package cases.stack;
import io.deco.*;
import io.deco.oracle.api.*;

public class FoldWithinArguments extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Node node = new Node();
		node.wide += service.scale(3, new Node().wide += 1);
		return node;
	}

	static class Node {

		long wide = 5;

	}

	static class Service {

		@Concurrent
		long scale(long a, long b) {
			return a * b;
		}

	}

}
