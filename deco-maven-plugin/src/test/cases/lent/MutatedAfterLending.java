package cases.lent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The caller changes an argument while the call may still read it. */
public class MutatedAfterLending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2));
		int a = service.sum(list);
		list.add(3);
		int b = service.sum(list);
		list.clear();
		int[] array = { 1, 2, 3 };
		int c = service.sum(array);
		array[1] = 50;
		int d = service.sum(array);
		array[0]++;
		Cell cell = new Cell();
		cell.value = 5;
		int e = service.read(cell);
		cell.value = 6;
		int f = service.read(cell);
		cell.value++;
		StringBuilder text = new StringBuilder("x");
		String g = service.text(text);
		text.append("y");
		return List.of(a, b, c, d, e, f, g, service.text(text));
	}

	static class Cell {

		int value;

	}

	static class Service {

		@Concurrent
		int sum(List<Integer> list) {
			int sum = 0;
			for (int i : list) {
				sum += i;
			}
			return sum;
		}

		@Concurrent
		int sum(int[] array) {
			return IntStream.of(array).sum();
		}

		@Concurrent
		int read(Cell cell) {
			return cell.value;
		}

		@Concurrent
		String text(StringBuilder text) {
			return text.toString();
		}

	}

}
