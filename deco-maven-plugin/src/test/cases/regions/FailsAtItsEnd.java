package cases.regions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/**
 * The last thing in a region fails when it is done later, while a call from before the
 * region is pending.
 */
public class FailsAtItsEnd extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		int[] own = new int[2];
		String caught = "";
		int before = service.call(1);
		try {
			list.set(3, service.call(2));
		}
		catch (IndexOutOfBoundsException ex) {
			caught = "store";
		}
		int again = service.call(3);
		Deque<String> deque = new ArrayDeque<>();
		try {
			deque.add(service.nothing());
		}
		catch (NullPointerException ex) {
			caught += " null";
		}
		int later = service.call(5);
		int quotient = 0;
		try {
			quotient = 1 / service.call(0);
		}
		catch (ArithmeticException ex) {
			caught += " computation";
		}
		own[0] = service.call(4);
		own[0] = 40;
		own[1] = own[0] + 1;
		return before + again + later + quotient + own[0] + own[1] + caught;
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		String nothing() {
			return null;
		}

	}

}
