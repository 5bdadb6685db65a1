package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls that return a value change their argument, or a part of it, in methods that they call. */
public class ModifiedByCalledMethods extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell outer = new Cell();
		int a = service.change(outer);
		int b = outer.value;
		outer.next = new Cell();
		int c = service.changeNext(outer);
		int d = outer.next.value;
		return List.of(a, b, c, d);
	}

	static class Cell {

		int value;

		Cell next;

	}

	static class Service {

		@Concurrent
		int change(Cell cell) {
			increment(cell);
			return 1;
		}

		@Concurrent
		int changeNext(Cell cell) {
			incrementNext(cell);
			return 2;
		}

		private static void increment(Cell cell) {
			cell.value++;
		}

		private static void incrementNext(Cell cell) {
			cell.next.value++;
		}

	}

}
