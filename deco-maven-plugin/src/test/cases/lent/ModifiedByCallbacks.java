package cases.lent;

import java.util.List;
import java.util.function.Consumer;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call modifies parts of its argument in a constructor, and in objects that the JDK calls back. */
public class ModifiedByCallbacks extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		List<int[]> cells = List.of(cell);
		service.construct(cells);
		int a = cell[0];
		service.anonymous(cells);
		int b = cell[0];
		service.captured(cells);
		int c = cell[0];
		service.given(cells, (each) -> each[0]++);
		int d = cell[0];
		return List.of(a, b, c, d);
	}

	static class Increment {

		Increment(List<int[]> cells) {
			cells.get(0)[0]++;
		}

	}

	static class Service {

		@Concurrent
		void construct(List<int[]> cells) {
			new Increment(cells);
		}

		@Concurrent
		void anonymous(List<int[]> cells) {
			cells.forEach(new Consumer<int[]>() {

				@Override
				public void accept(int[] cell) {
					cell[0]++;
				}

			});
		}

		@Concurrent
		int captured(List<int[]> cells) {
			int[] cell = cells.get(0);
			List.of(1, 2).forEach((i) -> cell[0] += i);
			return 1;
		}

		@Concurrent
		void given(List<int[]> cells, Consumer<int[]> action) {
			cells.forEach(action);
		}

	}

}
