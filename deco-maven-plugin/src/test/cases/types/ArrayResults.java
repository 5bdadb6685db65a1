package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ArrayResults extends Case {

	Service service = service(new Service());

	int[] field;

	@Override
	@Synchronized
	public Object run() {
		int[] a = service.ints(3);
		String[] b = service.texts("x", "y");
		long[][] c = service.grid();
		field = service.ints(2);
		int sum = 0;
		for (int i : a) {
			sum += i;
		}
		a[0] = 9;
		int[] copy = service.ints(2).clone();
		copy[1] += 5;
		field[1]++;
		return new Object[] { a, a.length, b.length + b[1], c[1][0], c[0].length, sum, copy, service.texts()[0] };
	}

	static class Service {

		@Concurrent
		int[] ints(int n) {
			int[] array = new int[n];
			for (int i = 0; i < n; i++) {
				array[i] = i + 1;
			}
			return array;
		}

		@Concurrent
		String[] texts(String... texts) {
			return texts.length > 0 ? texts : new String[] { "none" };
		}

		@Concurrent
		long[][] grid() {
			return new long[][] { { 1 }, { 2, 3 } };
		}

	}

}
