package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class PendingArgumentsOfEveryType extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		boolean z = service.z(true);
		byte b = service.b((byte) 1);
		short s = service.s((short) 2);
		char c = service.c('3');
		int i = service.i(4);
		long l = service.l(5);
		float f = service.f(6);
		double d = service.d(7);
		String t = service.t("8");
		String first = service.all(z, b, s, c, i, l, f, d, t);
		String second = service.all(z, (byte) 0, s, 'x', i, 0, f, 0, t);
		long wide = service.l(i);
		double widest = service.d(f);
		Object boxed = service.any(l);
		return first + second + wide + widest + boxed;
	}

	static class Service {

		@Concurrent
		boolean z(boolean z) {
			return !z;
		}

		@Concurrent
		byte b(byte b) {
			return ++b;
		}

		@Concurrent
		short s(short s) {
			return ++s;
		}

		@Concurrent
		char c(char c) {
			return ++c;
		}

		@Concurrent
		int i(int i) {
			return ++i;
		}

		@Concurrent
		long l(long l) {
			return ++l;
		}

		@Concurrent
		float f(float f) {
			return ++f;
		}

		@Concurrent
		double d(double d) {
			return ++d;
		}

		@Concurrent
		String t(String t) {
			return t + t;
		}

		@Concurrent
		Object any(Object o) {
			return o.getClass() + " " + o;
		}

		@Concurrent
		String all(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t) {
			return z + "," + b + "," + s + "," + c + "," + i + "," + l + "," + f + "," + d + "," + t + ";";
		}

	}

}
