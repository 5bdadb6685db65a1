package cases.flow;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What is modified by one call and read by the next is a pending result, after a cast. */
public class CastArgumentModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Object object = service.find();
		Cell cell = (Cell) object;
		int changed = service.change(cell);
		int read = service.read(cell);
		return (read > 5) ? List.of(read, changed) : List.of(changed);
	}

	static final class Cell {

		int value = 5;

	}

	static class Service {

		@Concurrent
		Object find() {
			return new Cell();
		}

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.value++;
			return cell.value;
		}

		@Concurrent
		int read(Cell cell) {
			return cell.value;
		}

	}

}
