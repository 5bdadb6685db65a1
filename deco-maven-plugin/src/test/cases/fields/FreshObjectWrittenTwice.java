package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A plain store to an object that nobody else has seen follows a pending one. */
@Inputs(2)
public class FreshObjectWrittenTwice extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell kept = new Cell();
		kept.value = service.call(1);
		kept.value = 40;
		int seen = kept.value;
		kept.value = service.call(1);
		kept.value = seen + 1;
		Cell cell = new Cell();
		Cell other = new Cell();
		cell.value = service.call(1);
		cell.value = 50;
		other.value = cell.value;
		other.value = service.call(2);
		other.value += 7;
		cell.next = other;
		cell.next = service.cell();
		cell.next = null;
		int[] array = { service.call(3) };
		array[0] = service.call(4);
		array[0] = 9;
		return new Object[] { cell, other, array, seen, kept.value };
	}

	static class Cell {

		int value;

		Cell next;

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == 1 && i == 2) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		Cell cell() {
			return new Cell();
		}

	}

}
