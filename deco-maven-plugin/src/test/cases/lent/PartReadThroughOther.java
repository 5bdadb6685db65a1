package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call changes what its argument refers to, and the caller reads it through a reference of its own. */
public class PartReadThroughOther extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell inner = new Cell();
		Cell outer = new Cell();
		outer.next = inner;
		service.deepen(outer);
		int a = inner.value;
		service.deepenByMethod(outer);
		int b = inner.value;
		service.deepenByHelper(outer);
		int c = inner.get();
		service.addTo(outer);
		int d = inner.list.size();
		List<Integer> list = inner.list;
		service.addTo(outer);
		int e = list.size();
		service.deepenByLambda(List.of(outer));
		int f = inner.value;
		int[] row = { 1 };
		service.deepen(new int[][] { row });
		int g = row[0];
		service.deepen(outer);
		int h = service.read(inner);
		service.deepen(outer);
		inner.value *= 10;
		service.deepenFarther(outer);
		int j = inner.value;
		int i = service.deepenAndReturn(outer);
		return new Object[] { a, b, c, d, e, f, g, h, i, j, inner.value };
	}

	static class Cell {

		int value;

		Cell next;

		List<Integer> list = new ArrayList<>();

		int get() {
			return value;
		}

		void bump() {
			value++;
		}

	}

	static class Service {

		@Concurrent
		void deepen(Cell cell) {
			cell.next.value++;
		}

		@Concurrent
		void deepenByMethod(Cell cell) {
			cell.next.bump();
		}

		@Concurrent
		void deepenByHelper(Cell cell) {
			bump(cell.next);
		}

		@Concurrent
		void deepenFarther(Cell cell) {
			farther(cell);
		}

		private static void farther(Cell cell) {
			cell.next.value += 3;
		}

		private static void bump(Cell cell) {
			cell.value++;
		}

		@Concurrent
		void addTo(Cell cell) {
			cell.next.list.add(1);
		}

		@Concurrent
		void deepenByLambda(List<Cell> cells) {
			cells.forEach((cell) -> cell.next.value++);
		}

		@Concurrent
		void deepen(int[][] grid) {
			grid[0][0] += 5;
		}

		@Concurrent
		int deepenAndReturn(Cell cell) {
			return cell.next.value++;
		}

		@Concurrent
		int read(Cell cell) {
			return cell.value;
		}

	}

}
