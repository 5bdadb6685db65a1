package cases.lent;

import java.util.List;
import java.util.function.Consumer;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The JDK calls back an object whose static type says less than its class, or which may be of either of two classes. */
public class CallbacksOfSubtypes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		List<int[]> cells = List.of(cell);
		service.ofAbstractClass(cells);
		int a = cell[0];
		int one = service.andReturns(cells);
		int b = cell[0];
		service.ofLambda(cells, (each) -> each[0]++);
		int c = cell[0];
		int two = service.ofLambdaAndReturns(cells, (each) -> each[0]++);
		int d = cell[0];
		service.ofEither(cells, true);
		int e = cell[0];
		return List.of(a, b, c, d, e, one + two);
	}

	abstract static class Rule implements Consumer<int[]> {

	}

	static class Increment extends Rule {

		@Override
		public void accept(int[] cell) {
			cell[0]++;
		}

	}

	static class Decrement implements Consumer<int[]> {

		@Override
		public void accept(int[] cell) {
			cell[0]--;
		}

	}

	interface CellAction extends Consumer<int[]> {

	}

	static class Service {

		private final Rule rule = new Increment();

		private final Increment up = new Increment();

		private final Decrement down = new Decrement();

		@Concurrent
		void ofAbstractClass(List<int[]> cells) {
			cells.forEach(this.rule);
		}

		@Concurrent
		int andReturns(List<int[]> cells) {
			cells.forEach(this.rule);
			return 1;
		}

		@Concurrent
		void ofLambda(List<int[]> cells, CellAction action) {
			cells.forEach(action);
		}

		@Concurrent
		int ofLambdaAndReturns(List<int[]> cells, CellAction action) {
			cells.forEach(action);
			return 1;
		}

		@Concurrent
		void ofEither(List<int[]> cells, boolean isUp) {
			cells.forEach(isUp ? this.up : this.down);
		}

	}

}
