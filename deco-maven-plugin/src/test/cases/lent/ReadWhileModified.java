package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Each way to read an object that a pending call modifies. */
public class ReadWhileModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(0));
		Cell cell = new Cell();
		int[] array = new int[2];
		long[][] grid = new long[1][1];
		StringBuilder text = new StringBuilder();
		service.change(list, cell, array, grid, text);
		int a = list.get(0);
		service.change(list, cell, array, grid, text);
		int b = cell.value;
		service.change(list, cell, array, grid, text);
		int c = array[1];
		service.change(list, cell, array, grid, text);
		long d = grid[0][0];
		service.change(list, cell, array, grid, text);
		int e = text.length();
		service.change(list, cell, array, grid, text);
		String f = text.toString();
		service.change(list, cell, array, grid, text);
		boolean g = list.contains(7);
		service.change(list, cell, array, grid, text);
		int h = cell.next().next().value;
		return new Object[] { a, b, c, d, e, f, g, h };
	}

	static class Cell {

		int value;

		Cell next() {
			return this;
		}

	}

	static class Service {

		@Concurrent
		void change(List<Integer> list, Cell cell, int[] array, long[][] grid, StringBuilder text) {
			list.set(0, list.get(0) + 1);
			cell.value++;
			array[1]++;
			grid[0][0]++;
			text.append('x');
		}

	}

}
