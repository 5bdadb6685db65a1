package cases.lent;

import java.util.Arrays;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class VoidCallFillsArray extends Case {

	Service service = service(new Service());

	long[] kept = new long[2];

	@Override
	@Synchronized
	public Object run() {
		int[] array = new int[3];
		service.fill(array, 7);
		int a = array[1];
		service.fill(array, 8);
		int length = array.length;
		int[] alias = array;
		int b = alias[2];
		service.fill(kept);
		long c = kept[1];
		service.fill(kept);
		kept[0]++;
		Object[] grid = { array };
		service.fill((int[]) grid[0], 9);
		return List.of(a, b, c, length, Arrays.toString(array), kept[0], array[0]);
	}

	static class Service {

		@Concurrent
		void fill(int[] array, int value) {
			Arrays.fill(array, value);
		}

		@Concurrent
		void fill(long[] array) {
			for (int i = 0; i < array.length; i++) {
				array[i] += i + 1;
			}
		}

	}

}
