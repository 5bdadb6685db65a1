package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Stores to objects that nobody else has seen yet. */
@Inputs(3)
public class OwnObjects extends Case {

	Service service = service(new Service());

	Object leaked;

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		String a = service.call(1);
		cell.value = 5;
		int[] array = { 1, 2 };
		array[0] = cell.value;
		cell.next = new Cell();
		cell.next.value = array[0];
		String b = service.call(2);
		leaked = cell;
		cell.value = 6;
		array[1] = 7;
		return a + b + array[1] + cell.next.value;
	}

	static class Cell {

		int value;

		Cell next;

	}

	class Service {

		@Concurrent
		String call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
			return "call" + i;
		}

	}

}
