package cases.lent;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The deferred write is not made before the call that read the old value has ended. */
public class PendingWriteAfterLending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		String a = service.read(cell);
		cell.value = service.next(1);
		String b = service.read(cell);
		cell.value = service.next(2);
		return a + b + cell.value;
	}

	static class Cell {

		int value;

	}

	static class Service {

		@Concurrent
		String read(Cell cell) {
			return "read " + cell.value;
		}

		@Concurrent
		int next(int i) {
			return i;
		}

	}

}
