package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Widening extends Case {

	Service service = service(new Service());

	long l;

	double d;

	float f;

	int fromChar;

	byte narrow;

	@Override
	@Synchronized
	public Object run() {
		long a = service.number(1);
		double b = service.number(2);
		float c = service.wide(3);
		int e = service.letter();
		long g = service.letter();
		l = service.number(4);
		d = service.wide(Long.MAX_VALUE);
		f = service.number(16_777_217);
		fromChar = service.letter();
		narrow = (byte) service.number(300);
		int h = (int) service.real(1e20);
		long i = (long) service.real(Double.NaN);
		char j = (char) service.number(65);
		short k = (short) service.wide(70_000);
		float m = (float) service.real(0.1);
		return a + "," + b + "," + c + "," + e + "," + g + "," + h + "," + i + "," + j + "," + k + "," + m;
	}

	static class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		long wide(long l) {
			return l;
		}

		@Concurrent
		char letter() {
			return 'q';
		}

		@Concurrent
		double real(double d) {
			return d;
		}

	}

}
