package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A constructor of the program reads what a call modifies. */
public class CopiedByConstructor extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell(1);
		int number = service.change(cell);
		Cell copy = new Cell(cell);
		return List.of(number, copy.number);
	}

	static class Cell {

		int number;

		Cell(int number) {
			this.number = number;
		}

		Cell(Cell other) {
			this(other.number);
		}

	}

	static class Service {

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.number += 4;
			return cell.number;
		}

	}

}
