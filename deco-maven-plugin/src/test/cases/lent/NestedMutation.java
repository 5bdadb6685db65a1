package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What an argument holds is changed by the caller, not the argument itself. */
public class NestedMutation extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Cell> cells = List.of(new Cell(), new Cell());
		int a = service.sum(cells);
		cells.get(0).value = 5;
		int b = service.sum(cells);
		for (Cell cell : cells) {
			cell.value += 2;
		}
		int c = service.sum(cells);
		int[][] grid = { { 1 }, { 2 } };
		int d = service.sum(grid);
		grid[1][0] = 9;
		return List.of(a, b, c, d, service.sum(grid));
	}

	static class Cell {

		int value;

	}

	static class Service {

		@Concurrent
		int sum(List<Cell> cells) {
			int sum = 0;
			for (Cell cell : cells) {
				sum += cell.value;
			}
			return sum;
		}

		@Concurrent
		int sum(int[][] grid) {
			int sum = 0;
			for (int[] row : grid) {
				sum += row[0];
			}
			return sum;
		}

	}

}
