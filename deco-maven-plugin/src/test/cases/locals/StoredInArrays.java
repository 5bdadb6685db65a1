package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class StoredInArrays extends Case {

	Service service = service(new Service());

	int[] kept = new int[3];

	@Override
	@Synchronized
	public Object run() {
		int[] ints = new int[3];
		for (int i = 0; i < 3; i++) {
			ints[i] = service.same(i);
			kept[i] = service.same(i + 10);
		}
		long[][] grid = new long[2][];
		grid[0] = new long[service.same(2)];
		grid[1] = new long[] { service.same(5), service.same(6) };
		grid[0][service.same(1)] = service.same(7);
		grid[0][1]++;
		Object[] objects = { service.same(1), service.name("x"), new int[][] { ints } };
		String[] names = new String[2];
		names[0] = service.name("n");
		names[1] = names[0];
		Object[] alias = names;
		alias[1] = service.name("m");
		return new Object[] { ints, grid, objects, names, ints.length + service.name("len").length() };
	}

	class Service {

		@Concurrent
		int same(int i) {
			if (input == 1 && i == 11 || input == 2 && i == 6) {
				throw new Failure("same " + i);
			}
			return i;
		}

		@Concurrent
		String name(String s) {
			if (input == 3 && s.equals("m")) {
				throw new Failure(s);
			}
			return s + s;
		}

	}

}
