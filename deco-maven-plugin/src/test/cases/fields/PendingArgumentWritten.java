package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The argument of a call turns out to be the object that has been written to. */
public class PendingArgumentWritten extends Case {

	Cell cell = new Cell();

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		cell.value = service.call(1);
		int read = service.read(service.kept());
		return (read > 0) ? "read " + read : "nothing";
	}

	static class Cell {

		int value;

	}

	class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		Cell kept() {
			return cell;
		}

		@Concurrent
		int read(Cell cell) {
			return cell.value;
		}

	}

}
