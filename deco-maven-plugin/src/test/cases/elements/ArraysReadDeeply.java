package cases.elements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What reads a whole array sees what was stored in it, and in what it holds. */
@Inputs(15)
public class ArraysReadDeeply extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] numbers = { 9, 9, 9, 9 };
		Integer[] boxed = { 8, 8, 8, 8 };
		int[][] rows = { numbers, { 7 } };
		List<Integer> list = new ArrayList<>();
		Object[] lists = { list, boxed };
		numbers[0] = service.call(1);
		String a = Arrays.toString(numbers);
		numbers[1] = service.call(2);
		String b = Arrays.deepToString(rows);
		boxed[0] = service.call(3);
		int c = Arrays.hashCode(boxed);
		boxed[1] = service.call(4);
		int d = Arrays.deepHashCode(lists);
		list.add(service.call(5));
		String e = Arrays.toString(lists);
		boxed[2] = service.call(6);
		List<Integer> f = Arrays.asList(boxed);
		boxed[3] = service.call(7);
		int g = f.get(3) + f.indexOf(7) + Collections.max(f);
		numbers[2] = service.call(8);
		int[] h = numbers.clone();
		numbers[3] = service.call(9);
		int[] i = new int[4];
		System.arraycopy(numbers, 0, i, 0, 4);
		numbers[0] = service.call(10);
		int[] j = Arrays.copyOf(numbers, 2);
		numbers[0] = service.call(11);
		boolean k = Arrays.equals(numbers, i);
		numbers[3] = service.call(0);
		Arrays.sort(numbers);
		boxed[0] = service.call(12);
		Arrays.fill(boxed, 1, 3, 5);
		boxed[1] = service.call(13);
		int l = 0;
		for (int each : boxed) {
			l = l * 10 + each;
		}
		rows[1] = service.row(14);
		int m = rows[1][0] + rows[1].length;
		return new Object[] { numbers, boxed, a, b, c, d, e, f, g, h, i, j, k, l, m };
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		int[] row(int i) {
			return new int[] { call(i), 5 };
		}

	}

}
