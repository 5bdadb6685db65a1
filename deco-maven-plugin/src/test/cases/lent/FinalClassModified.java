package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Nobody can extend the class of an object, whose field changes all the same. */
public class FinalClassModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		int a = service.change(cell);
		int b = cell.get();
		int c = service.change(cell);
		int d = cell.value;
		return List.of(a, b, c, d);
	}

	static final class Cell {

		int value;

		int get() {
			return value;
		}

	}

	static class Service {

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.value += 3;
			return cell.value;
		}

	}

}
