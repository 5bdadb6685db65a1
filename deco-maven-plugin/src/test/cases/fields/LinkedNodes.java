package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class LinkedNodes extends Case {

	Service service = service(new Service());

	Node head = new Node(0);

	@Override
	@Synchronized
	public Object run() {
		Node node = head;
		for (int i = 1; i < 6; i++) {
			node.next = service.node(i);
			node = node.next;
		}
		head.next.next.value = service.value();
		Node third = head.next.next;
		head.next = service.node(9);
		head.next.next = third;
		return third.value;
	}

	static class Node {

		int value;

		Node next;

		Node(int value) {
			this.value = value;
		}

	}

	static class Service {

		@Concurrent
		Node node(int i) {
			return new Node(i);
		}

		@Concurrent
		int value() {
			return 33;
		}

	}

}
