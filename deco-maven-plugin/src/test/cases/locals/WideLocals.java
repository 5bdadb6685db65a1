package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class WideLocals extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		return mix(3, 4L, 5.5, 6) + ":" + mix(-1, Long.MIN_VALUE, Double.NaN, -6);
	}

	@Synchronized
	private String mix(int i, long l, double d, int j) {
		long a = service.longOf(l);
		double b = service.doubleOf(d);
		i++;
		j += 200;
		l = service.longOf(a);
		double c = b;
		float f = service.floatOf(i);
		a = 7;
		return i + "," + j + "," + a + "," + l + "," + c + "," + f + "," + (l + 1) + "," + (float) c;
	}

	static class Service {

		@Concurrent
		long longOf(long l) {
			return l + 1;
		}

		@Concurrent
		double doubleOf(double d) {
			return d / 3;
		}

		@Concurrent
		float floatOf(float f) {
			return f * 1.1f;
		}

	}

}
