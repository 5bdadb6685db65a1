package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A bean, or what a call is given, is a lambda that modifies its argument; a class beside it only reads. */
public class ModifiedByLambda extends Case {

	Filler filler = service((Filler) (list) -> list.add(1));

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>();
		filler.fill(list);
		int a = list.size();
		int[] cell = { 1 };
		service.each(new int[][] { cell }, (each) -> each[0]++);
		int b = cell[0];
		return List.of(a, b);
	}

	interface Filler {

		@Concurrent
		void fill(List<Integer> list);

	}

	interface Visitor {

		void visit(int[] cell);

	}

	static class Harmless implements Filler, Visitor {

		@Override
		public void fill(List<Integer> list) {
		}

		@Override
		public void visit(int[] cell) {
		}

	}

	static class Service {

		@Concurrent
		void each(int[][] cells, Visitor visitor) {
			visitor.visit(cells[0]);
		}

	}

}
