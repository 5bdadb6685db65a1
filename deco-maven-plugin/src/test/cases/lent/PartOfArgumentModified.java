package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call changes what its argument refers to; the caller reads it through the argument. */
public class PartOfArgumentModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell inner = new Cell();
		Cell outer = new Cell();
		outer.next = inner;
		service.deepen(outer);
		int a = outer.next.value;
		List<Cell> list = List.of(inner);
		service.deepen(list);
		int b = list.get(0).value;
		service.deepen(outer);
		int c = service.read(outer.next);
		int[][] grid = { { 1 } };
		service.deepen(grid);
		int d = grid[0][0];
		service.deepen(list);
		return List.of(a, b, c, d, list.get(0).value);
	}

	static class Cell {

		int value;

		Cell next;

	}

	static class Service {

		@Concurrent
		void deepen(Cell cell) {
			cell.next.value++;
		}

		@Concurrent
		void deepen(List<Cell> cells) {
			cells.get(0).value += 10;
		}

		@Concurrent
		void deepen(int[][] grid) {
			grid[0][0] += 5;
		}

		@Concurrent
		int read(Cell cell) {
			return cell.value;
		}

	}

}
