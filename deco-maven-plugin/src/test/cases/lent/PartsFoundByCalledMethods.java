package cases.lent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls put parts deep into what they make, let a method or a function find one there, and modify it. */
public class PartsFoundByCalledMethods extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell("a");
		List<Cell> cells = List.of(cell, new Cell("b"));
		service.group(cells); // forks
		int a = cell.value;
		service.last(cells); // forks
		int b = cell.value;
		service.supplied(cells); // forks
		int c = cell.value;
		return List.of(a, b, c);
	}

	static class Cell {

		final String name;

		int value;

		Cell(String name) {
			this.name = name;
		}

	}

	static class Service {

		@Concurrent
		void group(List<Cell> cells) {
			Map<String, List<Cell>> groups = new HashMap<>();
			for (Cell cell : cells) {
				groups.computeIfAbsent(cell.name, (name) -> new ArrayList<>()).add(cell);
			}
			first(groups, "a").value++;
		}

		private static Cell first(Map<String, List<Cell>> groups, String name) {
			return groups.get(name).get(0);
		}

		@Concurrent
		int last(List<Cell> cells) {
			List<List<Cell>> rows = new ArrayList<>();
			rows.add(new ArrayList<>());
			for (Cell cell : cells) {
				rows.get(0).add(cell);
			}
			ofLastRow(rows).value++;
			return cells.size();
		}

		private static Cell ofLastRow(List<List<Cell>> rows) {
			return rows.get(rows.size() - 1).get(0);
		}

		@Concurrent
		int supplied(List<Cell> cells) {
			List<List<Cell>> rows = new ArrayList<>();
			rows.add(new ArrayList<>());
			for (Cell cell : cells) {
				rows.get(0).add(cell);
			}
			Supplier<Cell> found = () -> rows.get(0).get(0);
			return found.get().value++;
		}

	}

}
