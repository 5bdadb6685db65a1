package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A pending write, then a plain one to the same place through another name. */
@Inputs(2)
public class WrittenThroughAnAlias extends Case {

	Service service = service(new Service());

	Cell mine = new Cell();

	@Override
	@Synchronized
	public Object run() {
		Cell alias = mine;
		mine.value = service.call(1);
		alias.value = 50;
		int a = mine.value;
		alias.value = service.call(2);
		set(mine, 60);
		int b = alias.value;
		alias.value = service.call(3);
		alias.value++;
		return a + "," + b + "," + mine.value;
	}

	private static void set(Cell cell, int value) {
		cell.value = value;
	}

	static class Cell {

		int value;

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == 1 && i == 2) {
				throw new Failure("call");
			}
			return i;
		}

	}

}
