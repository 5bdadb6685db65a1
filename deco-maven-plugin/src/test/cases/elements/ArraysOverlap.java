package cases.elements;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Arrays of every depth take pending elements. */
public class ArraysOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		long[][] grid = new long[2][2];
		String[] names = new String[2];
		for (int i = 0; i < 2; i++) {
			for (int j = 0; j < 2; j++) {
				grid[i][j] = service.meet(i * 2 + j); // forks
			}
			names[i] = service.name(i); // forks
		}
		long corner = grid[1][1];
		return new Object[] { grid, names, corner };
	}

	static class Service {

		@Concurrent
		long meet(int i) {
			together(6);
			return i * 10L;
		}

		@Concurrent
		String name(int i) {
			together(6);
			return "name" + i;
		}

	}

}
