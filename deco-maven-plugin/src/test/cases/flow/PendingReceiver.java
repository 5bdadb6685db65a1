package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class PendingReceiver extends Case {

	Registry registry = service(new Registry());

	@Override
	@Synchronized
	public Object run() {
		Node a = registry.node(0);
		int x = a.value();
		int y = registry.node(1).value();
		Node last = registry.node(2).next().next();
		return x + y + last.value();
	}

	static class Registry {

		final Node[] nodes = { service(new Node(0, this)), service(new Node(1, this)), service(new Node(2, this)) };

		@Concurrent
		Node node(int i) {
			return nodes[i % 3];
		}

	}

	static class Node {

		final int number;

		final Registry registry;

		Node(int number, Registry registry) {
			this.number = number;
			this.registry = registry;
		}

		@Concurrent
		int value() {
			return 100 + number;
		}

		@Concurrent
		Node next() {
			return registry.node(number + 1);
		}

	}

}
