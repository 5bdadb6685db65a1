package cases.lent;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call gives a part of its argument to a function that it got from a map, a record, a method or another function. */
public class FunctionsOfElsewhere extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		Holder holder = new Holder(cell);
		service.fromMap(holder, "increment");
		int a = cell[0];
		service.fromRecords(holder);
		int b = cell[0];
		service.fromMethod(holder, true);
		int c = cell[0];
		service.composed(holder);
		int d = cell[0];
		service.fromOwnRecord(holder, (each) -> each[0]++);
		int e = cell[0];
		service.oneOrTheOther(holder, true);
		int f = cell[0];
		return List.of(a, b, c, d, e, f);
	}

	record Holder(int[] cell) {
	}

	record Rule(Consumer<int[]> action) {
	}

	record Step(int[] cell, Consumer<int[]> action) {
	}

	static class Actions {

		static Map<String, Consumer<int[]>> make() {
			return Map.of("increment", (cell) -> cell[0]++);
		}

	}

	static class Service {

		private final Map<String, Consumer<int[]>> actions = Actions.make();

		private final List<Rule> rules = List.of(new Rule((cell) -> cell[0]++));

		private final Consumer<int[]> up = (cell) -> cell[0]++;

		private final Consumer<int[]> down = (cell) -> cell[0] *= 2;

		@Concurrent
		void fromMap(Holder holder, String action) {
			actions.get(action).accept(holder.cell());
		}

		@Concurrent
		void fromRecords(Holder holder) {
			for (Rule rule : rules) {
				rule.action().accept(holder.cell());
			}
		}

		@Concurrent
		void fromMethod(Holder holder, boolean isUp) {
			action(isUp).accept(holder.cell());
		}

		@Concurrent
		void composed(Holder holder) {
			up.andThen(down).accept(holder.cell());
		}

		@Concurrent
		void fromOwnRecord(Holder holder, Consumer<int[]> action) {
			Step step = new Step(holder.cell(), action);
			step.action().accept(step.cell());
		}

		@Concurrent
		void oneOrTheOther(Holder holder, boolean isUp) {
			Consumer<int[]> action = isUp ? up : (cell) -> System.identityHashCode(cell);
			action.accept(holder.cell());
		}

		private Consumer<int[]> action(boolean isUp) {
			return isUp ? up : down;
		}

	}

}
