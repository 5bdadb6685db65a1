package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** One method of one object is invoked by several threads at the same time. */
public class ManyThreads extends Case {

	Service service = service(new Service());

	@Override
	public Object run() throws InterruptedException {
		Cell[] cells = new Cell[4];
		Thread[] threads = new Thread[cells.length];
		for (int i = 0; i < cells.length; i++) {
			int n = i;
			cells[i] = new Cell();
			threads[i] = new Thread(() -> work(cells[n], n));
			threads[i].start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return cells;
	}

	@Synchronized
	private void work(Cell cell, int n) {
		for (int i = 0; i < 10; i++) {
			cell.last = service.sum(n, i);
			long seen = cell.last;
			cell.total = cell.total + seen;
		}
		cell.last = service.sum(n, 100);
	}

	static class Cell {

		long last;

		long total;

	}

	static class Service {

		@Concurrent
		long sum(int a, int b) {
			return 1000L * a + b;
		}

	}

}
