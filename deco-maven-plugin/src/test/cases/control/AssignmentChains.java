package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class AssignmentChains extends Case {

	Service service = service(new Service());

	int a;

	long b;

	static Object c;

	@Override
	@Synchronized
	public Object run() {
		int x;
		int y;
		x = y = service.same(1);
		b = a = x = service.same(2);
		c = a = service.same(3);
		int[] array = new int[4];
		int i = 0;
		array[i] = i = service.same(3);
		array[array[0]] = a = service.same(4);
		String s;
		if ((s = service.text(5)) != null && s.length() == 2) {
			x = s.length();
		}
		return new Object[] { x, y, a, b, c, array, i, s };
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String text(int i) {
			return "t" + i;
		}

	}

}
