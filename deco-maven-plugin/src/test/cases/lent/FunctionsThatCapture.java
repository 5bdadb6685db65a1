package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call runs a function that it is given, which modifies what it captured. */
public class FunctionsThatCapture extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		service.one(() -> cell[0]++);
		int a = cell[0];
		service.one(new Increment(cell));
		int b = cell[0];
		service.each(List.of(() -> cell[0]++));
		int c = cell[0];
		service.forEach(List.of(() -> cell[0]++));
		int d = cell[0];
		service.through(new Holder(() -> cell[0]++));
		int e = cell[0];
		return List.of(a, b, c, d, e);
	}

	record Increment(int[] cell) implements Runnable {

		@Override
		public void run() {
			this.cell[0]++;
		}

	}

	record Holder(Runnable action) {
	}

	static class Service {

		@Concurrent
		void one(Runnable action) {
			action.run();
		}

		@Concurrent
		void each(List<Runnable> actions) {
			for (Runnable action : actions) {
				action.run();
			}
		}

		@Concurrent
		void forEach(List<Runnable> actions) {
			actions.forEach(Runnable::run);
		}

		@Concurrent
		void through(Holder holder) {
			safely(holder.action());
		}

		private void safely(Runnable action) {
			try {
				action.run();
			}
			finally {
				Thread.onSpinWait();
			}
		}

	}

}
