package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Writes to objects that were the method's own until it stored them somewhere. */
@Inputs(4)
public class HandedOver extends Case {

	Service service = service(new Service());

	Node kept;

	Node[] all = new Node[1];

	static Node shared;

	@Override
	@Synchronized
	public Object run() {
		Node node = new Node();
		kept = node;
		service.call(1);
		node.number = 1;
		Node other = new Node();
		all[0] = other;
		service.call(2);
		other.number = 2;
		Node last = new Node();
		shared = last;
		service.call(3);
		last.number = 3;
		shared = null;
		return node.number + other.number + last.number;
	}

	static class Node {

		int number;

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
