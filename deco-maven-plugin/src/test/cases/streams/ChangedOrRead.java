package cases.streams;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A function makes a call that modifies an object for some elements, and one that reads it for others. */
public class ChangedOrRead extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell first = new Cell();
		Cell second = new Cell();
		List<Integer> values = List.of(second, first, second, first, second)
			.stream()
			.map((each) -> (each == first) ? service.change(each) : service.read(first))
			.toList();
		Map<Integer, Cell> map = new TreeMap<>();
		for (int i = 0; i < 8; i++) {
			map.put(i, second);
		}
		map.forEach((key, cell) -> {
			if (key % 2 == 0) {
				service.change(cell);
			}
			else {
				service.add(cell);
			}
		});
		return List.of(values, service.sum.value);
	}

	static class Cell {

		int value;

	}

	static class Service {

		final Cell sum = new Cell();

		@Concurrent
		Integer change(@Modifies Cell cell) {
			return ++cell.value;
		}

		@Concurrent
		Integer read(Cell cell) {
			return cell.value;
		}

		@Concurrent
		int add(Cell cell) {
			synchronized (sum) {
				sum.value += cell.value;
			}
			return cell.value;
		}

	}

}
