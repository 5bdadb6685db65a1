package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call puts parts of its argument into objects and arrays that it makes, and modifies them there. */
public class PartsOfNewObjects extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		Cell[] cells = { cell };
		service.cloned(cells);
		int a = cell.value;
		Holder holder = new Holder(cell);
		service.wrapped(holder);
		int b = cell.value;
		service.inArray(holder);
		int c = cell.value;
		service.copied(List.of(cell));
		int d = cell.value;
		service.assigned(holder);
		int e = cell.value;
		return List.of(a, b, c, d, e);
	}

	static class Cell {

		int value;

	}

	static class Holder {

		Cell cell;

		Holder(Cell cell) {
			this.cell = cell;
		}

	}

	static class Service {

		@Concurrent
		void cloned(Cell[] cells) {
			Cell[] copy = cells.clone();
			copy[0].value++;
		}

		@Concurrent
		void wrapped(Holder holder) {
			Holder other = new Holder(holder.cell);
			other.cell.value++;
		}

		@Concurrent
		void inArray(Holder holder) {
			Holder[] all = { holder };
			all[0].cell.value++;
		}

		@Concurrent
		void copied(List<Cell> cells) {
			for (Cell cell : new ArrayList<>(cells)) {
				cell.value++;
			}
		}

		@Concurrent
		int assigned(Holder holder) {
			Holder other = new Holder(null);
			other.cell = holder.cell;
			return other.cell.value++;
		}

	}

}
